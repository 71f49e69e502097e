using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Private fields without a first value that nothing in their file ever sets, though methods use them: they are null, zero or false for ever. What a
/// framework may fill (annotated fields and classes, classes that are serialized) is left out, and what is only handed out.
/// </summary>
static class UnsetFields
{
    /// <summary>Looks at all classes of a file at once: one of them may set a field of another.</summary>
    public static void Observe(JavaFile file)
    {
        var candidates = file.Classes.Select(c => (Class: c, Fields: JavaDeclarations.Members(c).FindAll(m => IsCandidate(c, m)))).Where(c => c.Fields.Count > 0).ToList();
        if (candidates.Count == 0) return;
        var set = new HashSet<string>();
        Collect(file.Tree.Root, set, []);
        foreach (var (type, fields) in candidates)
        {
            var unset = fields.FindAll(f => !set.Contains(f.Child("variable_declarator")["name"].Text));
            if (unset.Count == 0) continue;
            var used = new HashSet<string>();
            Collect(type.Node, [], used);
            foreach (var field in unset)
                if (used.Contains(field.Child("variable_declarator")["name"].Text)) type.Declaration.Constructs.Add(new Construct("field-never-set", type.File.SpanOf(field)));
        }
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
