using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Calls that are a mistake by the way they are written.</summary>
static class InvocationStructures
{
    public static void Observe(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        var name = node["name"].Text;
        if (name == "equals" && IsNameOfClass(node["object"])) note("class-compared-by-name", node);
        if (name == "finalize" && node["object"].Kind is not ("super" or "")) note("explicit-finalize", node);
        if (name == "run" && node["object"].Kind == "object_creation_expression" && node["object"]["type"].Text == "Thread") note("thread-run", node);
    }

    /// <summary>Whether it is <c>x.getClass().getName()</c> or its like.</summary>
    static bool IsNameOfClass(SyntaxNode node) =>
        node.Kind == "method_invocation" && node["name"].Text is "getName" or "getSimpleName" or "getCanonicalName"
        && node["object"] is { Kind: "method_invocation" } inner && inner["name"].Text == "getClass";
}
