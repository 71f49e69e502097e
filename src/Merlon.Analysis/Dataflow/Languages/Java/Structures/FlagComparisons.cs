using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Comparisons where an assignment is likely to be meant: of a truth value that the method sets once, to a literal, with the result of another
/// comparison (<c>if (isOdd == (n % 2 != 0))</c>), and comparisons that are statements.
/// </summary>
static class FlagComparisons
{
    public static void Observe(SyntaxNode comparison, Action<string, SyntaxNode> note)
    {
        if (comparison["operator"].Kind != "==") return;
        if (comparison.Parent.Kind == "expression_statement" || IsComparison(comparison["right"]) && IsFlag(comparison["left"])) note("comparison-for-assignment", comparison);
    }

    static bool IsComparison(SyntaxNode node) =>
        Locals.Unwrapped(node) is { Kind: "binary_expression" } inner && inner["operator"].Kind is "==" or "!=" or "<" or "<=" or ">" or ">=";

    static bool IsFlag(SyntaxNode node) =>
        node.Kind == "identifier" && Locals.DeclaratorOf(node, node.Text) is { Exists: true } declarator && declarator["value"].Kind is "true" or "false"
        && !Locals.Changes(Locals.BodyAround(node), node.Text);
}
