using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Locks that guard nothing, or only half of what they should.</summary>
static class LockStructures
{
    public static void ObserveSynchronized(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        if (!node["body"].FirstNamed.Exists) note("empty-lock", node);
        var outer = node.Parent is { Kind: "block" } block ? block.Parent : node.Parent;
        if (Tested(outer) is not { Length: > 0 } name) return;
        foreach (var statement in node["body"].Named)
            if (Tested(statement) == name && !IsVolatile(node, name)) note("double-checked-lock", outer);
    }

    /// <summary>The variable that an <c>if</c> holds against null.</summary>
    static string? Tested(SyntaxNode node)
    {
        if (node.Kind != "if_statement") return null;
        var condition = node["condition"];
        while (condition.Kind is "parenthesized_expression" or "condition") condition = condition.FirstNamed;
        return condition.Kind == "binary_expression" && condition["operator"].Kind == "==" && condition["right"].Kind == "null_literal" ? condition["left"].Text : null;
    }

    static bool IsVolatile(SyntaxNode node, string name)
    {
        for (var around = node; around.Exists; around = around.Parent)
        {
            if (around.Kind != "class_body") continue;
            foreach (var member in around.Named)
                if (member.Kind == "field_declaration" && member.Child("variable_declarator")["name"].Text == name) return Modifiers.Has(member, "volatile");
        }
        return true;
    }
}
