using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Arrays of private fields that public methods hand out, or take over, without a copy: callers then change the inside of the object.</summary>
static class ExposedArrays
{
    public static void Observe(JavaClass type, JavaMethod method, Action<string, SyntaxNode> note)
    {
        if (!Modifiers.Has(method.Node, "public") || Modifiers.Has(type.Node, "private") || method.Node["body"] is not { Exists: true } body) return;
        foreach (var statement in body.Named)
            if (statement.Kind == "return_statement" && FieldIn(statement.FirstNamed, type) is { } given && !IsParameter(method, given, statement.FirstNamed)) note("array-handed-out", statement);
            else if (statement is { Kind: "expression_statement" } && statement.FirstNamed is { Kind: "assignment_expression" } set && set["operator"].Kind == "=" && set["right"].Kind == "identifier" && IsParameter(method, set["right"].Text, set["right"])
                && FieldIn(set["left"], type) is { } taken && !IsParameter(method, taken, set["left"])) note("array-taken-over", statement);
    }

    static string? FieldIn(SyntaxNode node, JavaClass type)
    {
        var name = node.Kind == "field_access" && node["object"].Kind == "this" ? node["field"].Text : node.Kind == "identifier" ? node.Text : null;
        return name is not null && type.FieldTypes.TryGetValue(name, out var declared) && declared.Dimensions > 0 && IsPrivate(type, name) ? name : null;
    }

    static bool IsPrivate(JavaClass type, string name)
    {
        foreach (var member in JavaDeclarations.Members(type))
            if (member.Kind == "field_declaration" && Modifiers.Has(member, "private") && !Modifiers.Has(member, "static"))
                foreach (var declarator in member.Named)
                    if (declarator.Kind == "variable_declarator" && declarator["name"].Text == name) return true;
        return false;
    }

    /// <summary>Whether a bare name is that of a parameter or a local variable.</summary>
    static bool IsParameter(JavaMethod method, string name, SyntaxNode place) =>
        place.Kind == "identifier" && (method.Function.Parameters.Any(p => p.Name == name) || Locals.DeclaratorOf(place, name).Exists);
}
