using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Comparisons that treat one address or one account, as it stands in the code, apart from all others.</summary>
static partial class Doors
{
    static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "user", "username", "login", "account", "userid", "loginname" };

    /// <summary>Names for those who have no name: what they may do, everybody may.</summary>
    static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase) { "anonymous", "guest", "unknown", "none", "null", "default", "all", "me", "self", "*" };

    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var node in body.Syntax.DescendantNodes())
            if (Compared(node) is var (subject, constant))
                if (Peer().IsMatch(Written.Meaning(subject)) && !OwnHost().IsMatch(constant)) yield return ("peer-compared", node);
                else if (constant.Length > 0 && !Nobody.Contains(constant) && IsNameOfUser(subject) && node.Parent is IfStatementSyntax) yield return ("account-in-code", node);
    }

    static (ExpressionSyntax Subject, string Constant)? Compared(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: var left, Right: LiteralExpressionSyntax { Token.Value: string text } } => (left, text),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: var right, Left: LiteralExpressionSyntax { Token.Value: string text } } => (right, text),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: LiteralExpressionSyntax { Token.Value: string text } }, ArgumentList.Arguments: [var only, ..] } => (only.Expression, text),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: var subject }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }, ..] } => (subject, text),
        _ => null,
    };

    /// <summary>A variable of such a name, or a part of the request: <c>Params.Get("username")</c>, <c>Form["user"]</c>.</summary>
    static bool IsNameOfUser(ExpressionSyntax subject) => subject switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => Names.Contains(name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Get", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Params" or "Form" or "QueryString" } }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } => Names.Contains(key),
        ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Params" or "Form" or "QueryString" }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }] } => Names.Contains(key),
        _ => false,
    };

    [GeneratedRegex(@"\.(UserHostAddress|UserHostName|RemoteIpAddress|RemoteEndPoint)\b|\.Address\.ToString\(\)", RegexOptions.NonBacktracking)]
    private static partial Regex Peer();

    [GeneratedRegex(@"^(127\.|localhost$|::1$|0:0|0\.0\.0\.0$|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex OwnHost();
}
