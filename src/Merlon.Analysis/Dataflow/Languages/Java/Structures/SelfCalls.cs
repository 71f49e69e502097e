using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>A method that calls itself before anything could turn it away.</summary>
static class SelfCalls
{
    public static void Observe(JavaMethod method, SyntaxNode body, Action<string, SyntaxNode> note)
    {
        var isUnbounded = false;
        foreach (var statement in body.Named)
        {
            if (IsUnboundedGuard(statement, method)) isUnbounded = true;
            else if (statement.Kind is not ("expression_statement" or "local_variable_declaration" or "return_statement")) return;
            if (isUnbounded && FindStepping(statement, method) is { Exists: true } step)
            {
                note("recursion-without-bound", step);
                return;
            }
            if (isUnbounded || Find(statement, method) is not { Exists: true } call) continue;
            note("endless-recursion", call);
            return;
        }
    }

    /// <summary><c>if (n == 0) return;</c>: nothing turns away numbers that are too great, or below.</summary>
    static bool IsUnboundedGuard(SyntaxNode statement, JavaMethod method) =>
        statement.Kind == "if_statement" && !statement["alternative"].Exists && Locals.Unwrapped(statement["condition"]) is { Kind: "binary_expression" } test
        && test["operator"].Kind == "==" && test["right"].Kind == "decimal_integer_literal" && method.Function.Parameters.Any(p => p.Name == test["left"].Text)
        && Locals.Within(statement["consequence"]).Any(n => n.Kind == "return_statement");

    /// <summary>A call of the method itself with a parameter less or more by a constant.</summary>
    static SyntaxNode FindStepping(SyntaxNode statement, JavaMethod method) => Locals.Within(statement).FirstOrDefault(n =>
        n.Kind == "method_invocation" && n["object"].Kind is "" or "this" && n["name"].Text == method.Function.Name
        && n["arguments"].FirstNamed is { Kind: "binary_expression" } step && step["operator"].Kind is "-" or "+" && step["right"].Kind == "decimal_integer_literal" && method.Function.Parameters.Any(p => p.Name == step["left"].Text));

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
