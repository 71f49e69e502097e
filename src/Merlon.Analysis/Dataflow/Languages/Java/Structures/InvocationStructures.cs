using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Calls that are a mistake by the way they are written.</summary>
static class InvocationStructures
{
    public static void Observe(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        var name = node["name"].Text;
        if (name == "equals" && IsNameOfClass(node["object"]) && IsFixedName(node["arguments"].FirstNamed)) note("class-compared-by-name", node);
        if (name == "finalize" && node["object"].Kind is not ("super" or "")) note("explicit-finalize", node);
        if (name == "printStackTrace" && !node["arguments"].FirstNamed.Exists) note("trace-printed", node);
        if (name == "run" && IsThread(node["object"])) note("thread-run", node);
        if (name == "sleep" && node["object"].Text is "Thread" or "TimeUnit.SECONDS" or "TimeUnit.MILLISECONDS" && LockStructures.IsHeldAt(node)) note("sleep-with-lock", node);
        if (name is "stop" or "resume" && IsThread(node["object"])) note("thread-stopped", node);
    }

    /// <summary>Answers that mean something else than the comparison asks: a place from 0 on, a count or -1 at the end.</summary>
    public static void ObserveComparison(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        if (node["left"].Kind != "method_invocation" || node["right"].Text != "0") return;
        var isWrong = node["left"]["name"].Text switch
        {
            "indexOf" or "lastIndexOf" => node["operator"].Kind is ">" or "<=",
            "read" => node["operator"].Kind is "==" or "!=",
            _ => false,
        };
        if (isWrong) note("answer-misread", node);
    }

    /// <summary>A new thread, or a variable of the method that is declared as one.</summary>
    static bool IsThread(SyntaxNode subject)
    {
        if (subject.Kind == "object_creation_expression") return subject["type"].Text == "Thread";
        if (subject.Kind != "identifier") return false;
        for (var around = subject.Parent; around.Exists && around.Kind is not ("method_declaration" or "class_body"); around = around.Parent)
        {
            if (around.Kind != "block") continue;
            foreach (var statement in around.Named)
                if (statement.Kind == "local_variable_declaration" && statement["type"].Text == "Thread" && statement.Child("variable_declarator")["name"].Text == subject.Text) return true;
        }
        return false;
    }

    /// <summary>A name that stands there, or that of another object's class; one that is looked for may be any.</summary>
    static bool IsFixedName(SyntaxNode node) => node.Kind == "string_literal" || IsNameOfClass(node) || node.Kind == "method_invocation" && node["object"].Kind == "class_literal";

    /// <summary>Whether it is <c>x.getClass().getName()</c> or its like.</summary>
    static bool IsNameOfClass(SyntaxNode node) =>
        node.Kind == "method_invocation" && node["name"].Text is "getName" or "getSimpleName" or "getCanonicalName"
        && node["object"] is { Kind: "method_invocation" } inner && inner["name"].Text == "getClass";
}
