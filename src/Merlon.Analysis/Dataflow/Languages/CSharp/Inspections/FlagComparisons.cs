using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Comparisons where an assignment is likely to be meant: of a truth value that the function sets once, to a literal, with the result of another
/// comparison (<c>if (isOdd == (n % 2 != 0))</c>), and comparisons that are statements.
/// </summary>
static class FlagComparisons
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, Syntax: BinaryExpressionSyntax comparison } when comparison.Parent is ExpressionStatementSyntax || (IsComparison(comparison.Right) && IsFlag(comparison.Left)) => "comparison-for-assignment",
        _ => null,
    };

    static bool IsComparison(ExpressionSyntax side) => Written.Unwrapped(side).Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    static bool IsFlag(ExpressionSyntax side) =>
        Written.LocalOf(side) is { Initializer.Value: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } } flag
        && Written.FunctionAround(side) is { } function && !Written.Changes(function, flag.Identifier.ValueText);
}
