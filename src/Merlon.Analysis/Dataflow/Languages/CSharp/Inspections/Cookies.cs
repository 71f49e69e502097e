using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Cookies that are kept on disk for half a year or longer.</summary>
static class Cookies
{
    const int Days = 180;

    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body) =>
        from node in body.Syntax.DescendantNodes()
        where node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Expires" } or IdentifierNameSyntax { Identifier.ValueText: "Expires" }, Right: var end } && IsFarOff(end) && IsOfCookie((AssignmentExpressionSyntax)node)
        select ("persistent-cookie", node);

    static bool IsFarOff(ExpressionSyntax end) =>
        end is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: var value } }] } added
        && Convert.ToDouble(value as IConvertible ?? 0, System.Globalization.CultureInfo.InvariantCulture) * (Written.NameOf(added) switch { "AddYears" => 365, "AddMonths" => 30, "AddDays" => 1, _ => 0 }) >= Days;

    /// <summary>A cookie, or the options that one is added with.</summary>
    static bool IsOfCookie(AssignmentExpressionSyntax set)
    {
        var made = set.Left is MemberAccessExpressionSyntax { Expression: var subject } ? subject.ToString() + Written.Meaning(subject) : set.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>()?.Type.ToString() ?? "";
        return made.Contains("ookie", StringComparison.Ordinal);
    }
}
