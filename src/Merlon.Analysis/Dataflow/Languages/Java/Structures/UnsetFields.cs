using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Private fields without a first value that nothing in their file ever sets, though methods use them: they are null, zero or false for ever. What a
/// framework may fill (annotated fields and classes, classes that are serialized) is left out, and what is only handed out.
/// </summary>
static class UnsetFields
{
    public static void Observe(JavaClass type, Action<string, SyntaxNode> note)
    {
        var candidates = JavaDeclarations.Members(type).Where(m => IsCandidate(type, m)).ToList();
        if (candidates.Count == 0) return;
        var root = type.Node;
        while (root.Parent is { Exists: true, Kind: not "program" }) root = root.Parent;
        var (set, used) = (new HashSet<string>(), new HashSet<string>());
        Collect(root, set, []);
        Collect(type.Node, [], used);
        foreach (var field in candidates)
            if (field.Child("variable_declarator")["name"].Text is var name && used.Contains(name) && !set.Contains(name)) note("field-never-set", field);
    }

    static bool IsCandidate(JavaClass type, SyntaxNode member)
    {
        if (member.Kind != "field_declaration" || !Modifiers.Has(member, "private") || Modifiers.Has(member, "final") || Modifiers.Has(member, "transient")) return false;
        if (member.Child("modifiers").FirstNamed.Exists || !type.Declaration.Annotations.IsEmpty) return false;
        var declarator = member.Child("variable_declarator");
        return !declarator["value"].Exists && !type.Declaration.Supertypes.Any(s => s.EndsWith("Serializable", StringComparison.Ordinal));
    }

    static void Collect(SyntaxNode node, HashSet<string> set, HashSet<string> used)
    {
        switch (node.Kind)
        {
            case "assignment_expression":
                set.Add(NameOf(node["left"]));
                break;
            case "update_expression":
                set.Add(NameOf(node.FirstNamed));
                break;
            case "identifier" when IsUse(node):
                used.Add(node.Text);
                break;
        }
        foreach (var child in node.Named) Collect(child, set, used);
    }

    static string NameOf(SyntaxNode target) => target.Kind switch { "identifier" => target.Text, "field_access" => target["field"].Text, "parenthesized_expression" => NameOf(target.FirstNamed), _ => "" };

    /// <summary>A plain getter hands the field out and does nothing with it.</summary>
    static bool IsUse(SyntaxNode name) => name.Parent.Kind is "binary_expression" or "argument_list" or "parenthesized_expression" or "unary_expression" or "array_access" or "method_invocation" && name.Field != "name" || name.Parent.Kind == "field_access" && name.Parent.Parent.Kind is not ("return_statement" or "assignment_expression");
}
