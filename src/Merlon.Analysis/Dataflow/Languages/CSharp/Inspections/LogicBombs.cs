using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Acts that destroy or run programs, held back until a fixed day, a certain count or a certain number drawn.</summary>
static partial class LogicBombs
{
    public static string? Inspect(IOperation operation) =>
        operation is IConditionalOperation { Syntax: IfStatementSyntax conditional } && IsTrigger(Written.Unwrapped(conditional.Condition)) && conditional.Statement.DescendantNodes().Any(n => IsDestructive(n) && !(IsDeletion(n) && IsYearly(Written.Unwrapped(conditional.Condition)))) ? "logic-bomb" : null;

    /// <summary>Whether an expression is a day that stands in the program.</summary>
    public static bool IsFixedDay(ExpressionSyntax expression) => FixedDay().IsMatch(Written.Meaning(expression));

    static bool IsDestructive(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && (access.ToString() is "Environment.Exit" or "Environment.FailFast" || access.Name.Identifier.ValueText == "Delete" || access.ToString() is var called && (called.EndsWith("Process.Start", StringComparison.Ordinal) || called.EndsWith(".Start", StringComparison.Ordinal) && Written.Meaning(access.Expression).StartsWith("new Process", StringComparison.Ordinal)));

    static bool IsDeletion(SyntaxNode act) => act is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delete" } };

    /// <summary>A day that comes round each year: to clear away what is old on it is housekeeping.</summary>
    static bool IsYearly(ExpressionSyntax condition) => condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both && !both.DescendantNodes().Any(n => n is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Year" });

    static bool IsTrigger(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => IsPartOfDay(Written.Unwrapped(both.Left)) && IsPartOfDay(Written.Unwrapped(both.Right)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: LiteralExpressionSyntax { Token.Value: int } } equality => IsDrawn(equality.Left) || IsCounted(equality.Left),
        BinaryExpressionSyntax { Left: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompareTo", Expression: var left }, ArgumentList.Arguments: [{ Expression: var right }] } } => IsDay(left, right),
        BinaryExpressionSyntax { Left: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Compare" }, ArgumentList.Arguments: [{ Expression: var left }, { Expression: var right }] } } => IsDay(left, right),
        BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.GreaterThanExpression) || comparison.IsKind(SyntaxKind.LessThanExpression) || comparison.IsKind(SyntaxKind.GreaterThanOrEqualExpression) || comparison.IsKind(SyntaxKind.LessThanOrEqualExpression) || comparison.IsKind(SyntaxKind.EqualsExpression) => IsDay(comparison.Left, comparison.Right),
        _ => false,
    };

    /// <summary>One side is the time it is, the other a day that stands in the program.</summary>
    static bool IsDay(ExpressionSyntax left, ExpressionSyntax right) =>
        (Now().IsMatch(Written.Meaning(left)) && FixedDay().IsMatch(Written.Meaning(right))) || (FixedDay().IsMatch(Written.Meaning(left)) && Now().IsMatch(Written.Meaning(right)));

    /// <summary><c>now.Month == 1</c>; one part alone comes round too often to be waited for.</summary>
    static bool IsPartOfDay(ExpressionSyntax test) => test is BinaryExpressionSyntax
    {
        RawKind: (int)SyntaxKind.EqualsExpression,
        Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Year" or "Month" or "Day" or "DayOfYear", Expression: var clock },
        Right: LiteralExpressionSyntax { Token.Value: int },
    } && Now().IsMatch(Written.Meaning(clock));

    static bool IsDrawn(ExpressionSyntax side) => Drawn().IsMatch(Written.Meaning(side));

    /// <summary>A variable that the function counts up itself, and no counter of a loop.</summary>
    static bool IsCounted(ExpressionSyntax side) =>
        side is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }
        || side is IdentifierNameSyntax { Identifier.ValueText: var name } && Written.FunctionAround(side)?.DescendantNodes().Any(n => n is PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand, Parent: ExpressionStatementSyntax } && operand.Identifier.ValueText == name) == true;

    [GeneratedRegex(@"^(System\.)?(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)|^DateOnly\.FromDateTime|\.Get(Utc|Local)Now\(\)", RegexOptions.NonBacktracking)]
    private static partial Regex Now();

    [GeneratedRegex(@"^new (System\.)?Date(Time|TimeOffset|Only)\(\d|^Date(Time|TimeOffset|Only)\.Parse(Exact)?\(""", RegexOptions.NonBacktracking)]
    private static partial Regex FixedDay();

    [GeneratedRegex(@"\.(Next|GetInt32|NextInt64)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Drawn();
}
