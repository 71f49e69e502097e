using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Fields that the code of several threads counts up without a lock: reading, adding and writing back are three steps, and another thread can
/// come between them. Followed from <c>run</c>, or a lambda given to a thread, to what it does itself and to methods of the same file.
/// </summary>
sealed class SharedWrites(JavaClass type)
{
    readonly Dictionary<string, SyntaxNode> methods = [];
    readonly HashSet<int> noted = [];

    public void Observe(Action<string, SyntaxNode> note)
    {
        if (type.Outer is not null || !type.File.Mentions("Thread") && !type.File.Mentions("Executor")) return;
        var bodies = Locals.Within(type.Node).Where(IsThreadBody).ToList();
        if (bodies.Count == 0 || !HasSeveralThreads()) return;
        foreach (var method in Locals.Within(type.Node).Where(n => n.Kind == "method_declaration")) methods.TryAdd(method["name"].Text, method);
        foreach (var body in bodies) Walk(body, body, note, depth: 0);
    }

    static bool IsThreadBody(SyntaxNode node) => node.Kind switch
    {
        "method_declaration" => node["name"].Text == "run" && !node["parameters"].FirstNamed.Exists && node["body"].Exists,
        "lambda_expression" => node.Parent is { Kind: "argument_list" } list && IsStart(list.Parent),
        _ => false,
    };

    static bool IsStart(SyntaxNode node) => node.Kind == "object_creation_expression" && node["type"].Text == "Thread" || node.Kind == "method_invocation" && node["name"].Text is "submit" or "execute";

    bool HasSeveralThreads()
    {
        var threads = type.File.Classes.Where(c => c.Declaration.Supertypes.Any(s => s is "java.lang.Thread" or "Thread")).Select(c => c.Node["name"].Text).ToHashSet();
        var starts = Locals.Within(type.Node).Where(n => IsStart(n) || n.Kind == "object_creation_expression" && threads.Contains(n["type"].Text)).ToList();
        return starts.Count > 1 || starts.Exists(IsInLoop);
    }

    static bool IsInLoop(SyntaxNode node)
    {
        for (var around = node.Parent; around.Exists && around.Kind is not ("method_declaration" or "class_body"); around = around.Parent)
            if (around.Kind is "for_statement" or "while_statement" or "enhanced_for_statement" or "do_statement") return true;
        return false;
    }

    void Walk(SyntaxNode node, SyntaxNode thread, Action<string, SyntaxNode> note, int depth)
    {
        if (node.Kind == "synchronized_statement" || node.Kind == "method_declaration" && IsGuarded(node)) return;
        if (Counted(node) is { Length: > 0 } name && IsShared(name, node, thread) && noted.Add(node.Start)) note("shared-without-lock", node);
        if (depth < 3 && node.Kind == "method_invocation" && node["object"].Kind is "" or "this" && methods.TryGetValue(node["name"].Text, out var called)) Walk(called, thread, note, depth + 1);
        foreach (var child in node.Named) Walk(child, thread, note, depth);
    }

    static bool IsGuarded(SyntaxNode method) => Modifiers.Has(method, "synchronized") || Locals.Within(method["body"]).Any(n => n.Kind == "method_invocation" && n["name"].Text is "lock" or "acquire" or "tryLock" or "lockInterruptibly");

    /// <summary>The name of what is read and written back in one expression.</summary>
    static string Counted(SyntaxNode node)
    {
        var target = node.Kind switch
        {
            "update_expression" => node.FirstNamed,
            "assignment_expression" when node["operator"].Kind != "=" || node["right"].Kind == "binary_expression" && Locals.Unwrapped(node["right"]["left"]).Text == node["left"].Text => node["left"],
            _ => default,
        };
        return target.Kind switch { "identifier" => target.Text, "field_access" => target["field"].Text, _ => "" };
    }

    /// <summary>A static field, or one of an object around that of the thread.</summary>
    bool IsShared(string name, SyntaxNode place, SyntaxNode thread)
    {
        for (var around = place.Parent; around.Exists; around = around.Parent)
        {
            if (around.Kind == "block" && Locals.DeclaratorOf(place, name).Exists) return false;
            if (around.Kind != "class_body") continue;
            foreach (var member in around.Named)
                if (member.Kind == "field_declaration" && member.Child("variable_declarator")["name"].Text == name) return Modifiers.Has(member, "static") || thread.Kind == "lambda_expression" || !thread.Parent.Equals(around);
        }
        return false;
    }
}
