using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Conditions that believe what the browser says of itself: the page that it came from, what a cookie holds; and debug code that a constant leaves on.</summary>
static partial class Decisions
{
    static readonly HashSet<string> Comparisons = ["Equals", "StartsWith", "EndsWith", "Contains"];

    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var conditional in body.Syntax.DescendantNodes().OfType<IfStatementSyntax>())
        {
            if (IsSwitchedOn(conditional.Condition)) yield return ("debug-code-left", conditional);
            foreach (var node in conditional.Condition.DescendantNodesAndSelf())
                if (Compared(node) is var (subject, isWhole) && Written.Meaning(subject) is var meaning)
                    if (Referer().IsMatch(meaning)) yield return ("referer-decides", conditional);
                    else if (isWhole && Cookie().IsMatch(meaning)) yield return ("cookie-decides", conditional);
                    else if (isWhole && Password().IsMatch(meaning)) yield return ("password-compared", conditional);
        }
    }

    /// <summary>What is held against a text of the program, and whether it must be that text.</summary>
    static (ExpressionSyntax Subject, bool IsWhole)? Compared(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { OperatorToken.Text: "==", Left: var left, Right: var right } => IsText(right) ? (left, true) : IsText(left) ? (right, true) : null,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var subject }, ArgumentList.Arguments: [{ Expression: var given }, ..] } when Comparisons.Contains(name) =>
            IsText(given) ? (subject, name == "Equals") : IsText(subject) && name == "Equals" ? (given, true) : null,
        _ => null,
    };

    static bool IsText(ExpressionSyntax node) => node is LiteralExpressionSyntax { Token.Value: string { Length: > 0 } };

    static bool IsSwitchedOn(ExpressionSyntax condition) =>
        condition is IdentifierNameSyntax { Identifier.ValueText: var name } && name.TrimStart('_').StartsWith("debug", StringComparison.OrdinalIgnoreCase) && IsConstant(condition, name);

    static bool IsConstant(SyntaxNode place, string name) =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<FieldDeclarationSyntax>()
            .Any(f => f.Modifiers.Any(m => m.Text is "const" or "readonly") && f.Declaration.Variables.Any(v => v.Identifier.ValueText == name && v.Initializer?.Value.ToString() == "true")) == true;

    [GeneratedRegex(@"\.UrlReferrer\b|Headers\[""[Rr]eferer""\]|Headers\.Referer\b|\.GetTypedHeaders\(\)\.Referer\b", RegexOptions.NonBacktracking)]
    private static partial Regex Referer();

    [GeneratedRegex(@"\bCookies\[""[^""]*""\](\??\.Value)?$|\bCookies\.Get\(""[^""]*""\)\??\.Value$", RegexOptions.NonBacktracking)]
    private static partial Regex Cookie();

    [GeneratedRegex(@"(?i)(request|\.(form|querystring|params|query))\[""(password|passwd|pwd|pass)""\]$", RegexOptions.NonBacktracking)]
    private static partial Regex Password();
}
