using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Loops without a head of their own that go one too far, and loops to the number that an array was made with.</summary>
static class LoopEnds
{
    public static string? Inspect(IOperation operation) => operation.Syntax switch
    {
        WhileStatementSyntax loop when operation is IWhileLoopOperation => Of(loop.Condition, loop.Statement),
        DoStatementSyntax loop when operation is IWhileLoopOperation => Of(loop.Condition, loop.Statement),
        ForStatementSyntax { Condition: { } condition } loop when operation is IForLoopOperation && condition is BinaryExpressionSyntax { Right: LiteralExpressionSyntax } => Of(condition, loop.Statement),
        _ => null,
    };

    static string? Of(ExpressionSyntax condition, StatementSyntax body)
    {
        if (condition is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanOrEqualExpression, Left: IdentifierNameSyntax { Identifier.ValueText: var index }, Right: var limit }) return null;
        return body.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Any(e => e.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax used }] && used.Identifier.ValueText == index && IsLengthOf(limit, e.Expression)) ? "off-by-one" : null;
    }

    static bool IsLengthOf(ExpressionSyntax limit, ExpressionSyntax array) => limit switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } length => length.Expression.ToString() == array.ToString(),
        LiteralExpressionSyntax number => Written.LocalOf(array)?.Initializer?.Value is ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [var size] }] } && size.ToString() == number.ToString(),
        _ => false,
    };
}
