using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Fields of a class that some of its methods change while they hold a lock, and a public one without. What ends an object's life comes after all else.
/// </summary>
static class GuardedFields
{
    public static void Observe(JavaClass type, Action<string, SyntaxNode> note)
    {
        if (type.Declaration.IsInterface || !type.File.Mentions("synchronized") && !type.File.Mentions(".lock()")) return;
        var guarded = new HashSet<string>();
        var free = new List<(string Field, SyntaxNode Place)>();
        foreach (var method in type.Methods)
        {
            if (method.Node.Kind != "method_declaration" || method.Function.IsTooLong) continue;
            var holds = Modifiers.Has(method.Node, "synchronized") || Locals.Within(method.Node["body"]).Any(n => n.Kind == "method_invocation" && n["name"].Text is "lock" or "tryLock" or "lockInterruptibly" or "acquire");
            Collect(method.Node["body"], type, holds, Modifiers.Has(method.Node, "public") && method.Function.Name is not ("close" or "shutdown" or "destroy"), guarded, free);
        }
        foreach (var (field, place) in free)
            if (guarded.Contains(field)) note("changed-without-lock", place);
    }

    static void Collect(SyntaxNode node, JavaClass type, bool holds, bool isPublic, HashSet<string> guarded, List<(string Field, SyntaxNode Place)> free)
    {
        if (node.Kind is "class_body" or "lambda_expression") return;
        holds |= node.Kind == "synchronized_statement";
        if (Changed(node) is { Length: > 0 } name && IsPlainField(type, name) && !Locals.DeclaratorOf(node, name).Exists)
            if (holds) guarded.Add(name);
            else if (isPublic) free.Add((name, node));
        foreach (var child in node.Named) Collect(child, type, holds, isPublic, guarded, free);
    }

    static string Changed(SyntaxNode node)
    {
        var target = node.Kind switch { "assignment_expression" => node["left"], "update_expression" => node.FirstNamed, _ => default };
        return target.Kind switch { "identifier" => target.Text, "field_access" when target["object"].Kind == "this" => target["field"].Text, _ => "" };
    }

    static bool IsPlainField(JavaClass type, string name)
    {
        if (!type.FieldTypes.ContainsKey(name)) return false;
        foreach (var member in JavaDeclarations.Members(type))
            if (member.Kind == "field_declaration" && member.Child("variable_declarator")["name"].Text == name) return !Modifiers.Has(member, "volatile");
        return false;
    }
}
