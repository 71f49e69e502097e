using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Overrides that do not do what the description of <c>System.Object</c> and <c>IComparable</c> promises to every caller.</summary>
static class Contracts
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body, ISymbol? function)
    {
        if (function is not IMethodSymbol { Name: "ToString" or "Equals" or "CompareTo" or "Clone" or "GetHashCode" } method) yield break;
        var written = (body.Syntax as MethodDeclarationSyntax)?.ExpressionBody?.Expression;
        IEnumerable<ExpressionSyntax> given = written is not null ? [written]
            : body.Syntax.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>();
        var isAll = written is not null || body.Syntax is MethodDeclarationSyntax { Body.Statements.Count: 1 };
        foreach (var result in given)
            if (IsBroken(method, Written.Unwrapped(result), isAll)) yield return ("contract-broken", result.Parent is ReturnStatementSyntax left ? left : result);
    }

    static bool IsBroken(IMethodSymbol method, ExpressionSyntax given, bool isAll) => method.Name switch
    {
        "ToString" => method.IsOverride && given.IsKind(SyntaxKind.NullLiteralExpression),
        "Clone" => method.Parameters.IsEmpty && given.IsKind(SyntaxKind.NullLiteralExpression),
        "Equals" => method.IsOverride && isAll && given.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression,
        "CompareTo" => method.Parameters.Length == 1 && isAll && given is LiteralExpressionSyntax { Token.Value: not 0 } or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax },
        "GetHashCode" => method.IsOverride && given.DescendantNodesAndSelf().Any(n => n is InvocationExpressionSyntax call && call.Expression.ToString() is var called && (called.EndsWith(".Next", StringComparison.Ordinal) || called.EndsWith("Guid.NewGuid", StringComparison.Ordinal))),
        _ => false,
    };
}
