using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Logical operators that do not bind, or do not stop, as the condition reads.</summary>
static class OperatorStructures
{
    public static void Observe(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        if (node["operator"].Kind == "||" && (IsBareAnd(node["left"]) && IsName(node["right"]) || IsBareAnd(node["right"]) && IsName(node["left"]))) note("and-or-unmarked", node);
        if (node["operator"].Kind is "&" or "|" && IsCondition(node) && IsTest(Locals.Unwrapped(node["left"])) && Calls(node["right"])) note("both-sides-evaluated", node);
    }

    /// <summary><c>b &amp;&amp; c</c> without parentheses, of plain truth values: nothing but the operators says what belongs together.</summary>
    static bool IsBareAnd(SyntaxNode node) => node.Kind == "binary_expression" && node["operator"].Kind == "&&" && IsName(node["left"]) && IsName(node["right"]);

    static bool IsName(SyntaxNode node) => node.Kind == "identifier";

    static bool IsCondition(SyntaxNode node) => node.Parent.Kind switch
    {
        "parenthesized_expression" or "condition" => IsCondition(node.Parent),
        "if_statement" or "while_statement" or "do_statement" => true,
        _ => false,
    };

    /// <summary>What is a truth value by its operator.</summary>
    static bool IsTest(SyntaxNode node) =>
        node.Kind == "binary_expression" && node["operator"].Kind is "==" or "!=" or "<" or "<=" or ">" or ">=" or "&&" or "||" || node.Kind == "unary_expression" && node["operator"].Kind == "!" || node.Kind == "instanceof_expression";

    static bool Calls(SyntaxNode node) => Locals.Within(node).Exists(n => n.Kind == "method_invocation");
}
