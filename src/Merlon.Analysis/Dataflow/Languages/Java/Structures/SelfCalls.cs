using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>A method that calls itself before anything could turn it away.</summary>
static class SelfCalls
{
    public static void Observe(JavaMethod method, SyntaxNode body, Action<string, SyntaxNode> note)
    {
        foreach (var statement in body.Named)
        {
            if (statement.Kind is not ("expression_statement" or "local_variable_declaration" or "return_statement")) return;
            if (Find(statement, method) is not { Exists: true } call) continue;
            note("endless-recursion", call);
            return;
        }
    }

    static SyntaxNode Find(SyntaxNode node, JavaMethod method)
    {
        if (node.Kind is "lambda_expression" or "class_body" or "ternary_expression" or "switch_expression" || node.Kind == "binary_expression" && node["operator"].Kind is "&&" or "||") return default;
        if (IsSelf(node, method)) return node;
        foreach (var child in node.Named)
            if (Find(child, method) is { Exists: true } found) return found;
        return default;
    }

    /// <summary>The same name and parameters, on this object, by types that overloads cannot differ in.</summary>
    static bool IsSelf(SyntaxNode node, JavaMethod method)
    {
        if (node.Kind != "method_invocation" || node["object"].Kind is not ("" or "this") || node["name"].Text != method.Function.Name) return false;
        var arguments = node["arguments"].Named.ToList();
        if (arguments.Count != method.Parameters.Count || method.Function.IsVariadic) return false;
        for (var i = 0; i < arguments.Count; i++)
            if (arguments[i].Text != method.Function.Parameters[i].Name) return false;
        return true;
    }
}
