using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Locks that guard nothing, or only half of what they should.</summary>
static class LockStructures
{
    public static void ObserveSynchronized(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        if (!node["body"].FirstNamed.Exists) note("empty-lock", node);
        if (IsOpenToOthers(Locals.Unwrapped(node.FirstNamed))) note("lock-open-to-others", node);
        var outer = node.Parent is { Kind: "block" } block ? block.Parent : node.Parent;
        if (Tested(outer) is not { Length: > 0 } name) return;
        foreach (var statement in node["body"].Named)
            if (Tested(statement) == name && !IsVolatile(node, name)) note("double-checked-lock", outer);
    }

    /// <summary>Whether a lock of the language is held where a place is run.</summary>
    public static bool IsHeldAt(SyntaxNode place)
    {
        for (var around = place.Parent; around.Exists && around.Kind is not ("class_body" or "lambda_expression"); around = around.Parent)
            if (around.Kind == "synchronized_statement" || around.Kind == "method_declaration" && Modifiers.Has(around, "synchronized")) return true;
        return false;
    }

    /// <summary>The variable that an <c>if</c> holds against null.</summary>
    static string? Tested(SyntaxNode node)
    {
        if (node.Kind != "if_statement") return null;
        var condition = node["condition"];
        while (condition.Kind is "parenthesized_expression" or "condition") condition = condition.FirstNamed;
        return condition.Kind == "binary_expression" && condition["operator"].Kind == "==" && condition["right"].Kind == "null_literal" ? condition["left"].Text : null;
    }

    static bool IsVolatile(SyntaxNode node, string name) => FieldOf(node, name) is not { Exists: true } field || Modifiers.Has(field, "volatile");

    static SyntaxNode FieldOf(SyntaxNode place, string name)
    {
        for (var around = place; around.Exists; around = around.Parent)
        {
            if (around.Kind != "class_body") continue;
            foreach (var member in around.Named)
                if (member.Kind == "field_declaration" && member.Child("variable_declarator")["name"].Text == name) return member;
        }
        return default;
    }

    /// <summary>
    /// An object that code which knows nothing of this lock has too: texts of the program and boxed numbers are shared by the whole process, and a
    /// public field everybody can reach.
    /// </summary>
    static bool IsOpenToOthers(SyntaxNode subject)
    {
        if (subject.Kind == "string_literal" || subject.Kind == "method_invocation" && subject["name"].Text == "intern") return true;
        if (subject.Kind != "identifier") return false;
        var declarator = Locals.DeclaratorOf(subject, subject.Text);
        if (declarator.Exists) return IsShared(declarator.Parent["type"].Text, declarator["value"]);
        var field = FieldOf(subject, subject.Text);
        return field.Exists && (Modifiers.Has(field, "public") || IsShared(field["type"].Text, field.Child("variable_declarator")["value"]));
    }

    static bool IsShared(string type, SyntaxNode value) =>
        type == "String" && value.Kind == "string_literal" || type is "Boolean" or "Integer" or "Long" or "Short" or "Byte" or "Character" && value.Exists && value.Kind != "object_creation_expression";
}
