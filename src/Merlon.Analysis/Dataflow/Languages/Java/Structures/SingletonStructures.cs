using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>The one object of a class that is made when it is first asked for, with nothing to keep two threads from making two.</summary>
static class SingletonStructures
{
    public static void Observe(JavaClass type, SyntaxNode method, Action<string, SyntaxNode> note)
    {
        if (method.Kind != "method_declaration" || !Modifiers.Has(method, "static") || Modifiers.Has(method, "synchronized")) return;
        foreach (var node in Locals.Within(method["body"]))
            if (node.Kind == "if_statement" && Tested(Locals.Unwrapped(node["condition"])) is { Length: > 0 } name && IsOnlyOne(type, name) && !IsLocked(node) && Maker(node["consequence"], name, type) is { Exists: true } made) note("singleton-without-lock", made);
    }

    static string Tested(SyntaxNode condition) =>
        condition.Kind == "binary_expression" && condition["operator"].Kind == "==" && condition["right"].Kind == "null_literal" && condition["left"].Kind == "identifier" ? condition["left"].Text : "";

    /// <summary>A private static field of the class's own type.</summary>
    static bool IsOnlyOne(JavaClass type, string name)
    {
        foreach (var member in JavaDeclarations.Members(type))
            if (member.Kind == "field_declaration" && Modifiers.Has(member, "static") && member["type"].Text == type.Node["name"].Text && member.Child("variable_declarator")["name"].Text == name) return true;
        return false;
    }

    static bool IsLocked(SyntaxNode node)
    {
        for (var around = node.Parent; around.Exists && around.Kind != "method_declaration"; around = around.Parent)
            if (around.Kind is "synchronized_statement" or "try_statement") return true;
        return false;
    }

    /// <summary>Where the field is set to a new object, and no lock is taken before.</summary>
    static SyntaxNode Maker(SyntaxNode branch, string name, JavaClass type)
    {
        var within = Locals.Within(branch);
        return within.Exists(n => n.Kind == "synchronized_statement" || n.Kind == "method_invocation" && n["name"].Text == "lock") ? default
            : within.Find(n => n.Kind == "assignment_expression" && n["left"].Text == name && n["right"].Kind == "object_creation_expression" && n["right"]["type"].Text == type.Node["name"].Text);
    }
}
