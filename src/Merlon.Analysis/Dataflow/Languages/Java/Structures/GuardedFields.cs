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
        var plain = PlainFields(type);
        var guarded = new HashSet<string>();
        var free = new List<(string Field, SyntaxNode Place)>();
        foreach (var method in type.Methods)
        {
            if (method.Node.Kind != "method_declaration" || method.Function.IsTooLong) continue;
            var holds = Modifiers.Has(method.Node, "synchronized") || Locals.Within(method.Node["body"]).Any(n => n.Kind == "method_invocation" && n["name"].Text is "lock" or "tryLock" or "lockInterruptibly" or "acquire");
            Collect(method.Node["body"], plain, holds, Modifiers.Has(method.Node, "public") && method.Function.Name is not ("close" or "shutdown" or "destroy"), guarded, free);
        }
        foreach (var (field, place) in free)
            if (guarded.Contains(field)) note("changed-without-lock", place);
    }

    static void Collect(SyntaxNode node, HashSet<string> plain, bool holds, bool isPublic, HashSet<string> guarded, List<(string Field, SyntaxNode Place)> free)
    {
        if (node.Kind is "class_body" or "lambda_expression") return;
        holds |= node.Kind == "synchronized_statement";
        if (Changed(node) is { Length: > 0 } name && plain.Contains(name) && !Locals.DeclaratorOf(node, name).Exists)
            if (holds) guarded.Add(name);
            else if (isPublic) free.Add((name, node));
        foreach (var child in node.Named) Collect(child, plain, holds, isPublic, guarded, free);
    }

    static string Changed(SyntaxNode node)
    {
        var target = node.Kind switch { "assignment_expression" => node["left"], "update_expression" => node.FirstNamed, _ => default };
        return target.Kind switch { "identifier" => target.Text, "field_access" when target["object"].Kind == "this" => target["field"].Text, _ => "" };
    }

    static HashSet<string> PlainFields(JavaClass type) =>
        [.. JavaDeclarations.Members(type).Where(m => m.Kind == "field_declaration" && !Modifiers.Has(m, "volatile")).Select(m => m.Child("variable_declarator")["name"].Text)];
}
