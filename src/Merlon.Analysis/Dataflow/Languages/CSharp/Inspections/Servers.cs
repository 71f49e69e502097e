using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>What code that answers requests must not do: end the process, start threads of its own, or go on after a redirect.</summary>
static class Servers
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body, ISymbol? function)
    {
        foreach (var statement in body.Descendants().OfType<IExpressionStatementOperation>())
            if (IsRedirect(statement.Syntax) && GoesOn(statement.Syntax)) yield return ("redirect-goes-on", statement.Syntax);
        if (function is IMethodSymbol { Name: "Main", IsStatic: true })
            foreach (var thrown in body.Descendants().OfType<IThrowOperation>())
                if (!thrown.Syntax.Ancestors().Any(a => a is TryStatementSyntax { Catches.Count: > 0 } or AnonymousFunctionExpressionSyntax)) yield return ("unhandled-in-main", thrown.Syntax);
        if (function is not IMethodSymbol method || !method.Parameters.Any(p => p.Type.Name is "HttpRequest" or "HttpContext" or "HttpRequestBase" or "HttpContextBase")) yield break;
        foreach (var operation in body.Descendants())
            if (operation is IInvocationOperation { TargetMethod: { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" } }) yield return ("exit-in-server", operation.Syntax);
            else if (operation is IObjectCreationOperation { Type: { Name: "Thread", ContainingNamespace.Name: "Threading" } }) yield return ("thread-in-server", operation.Syntax);
    }

    /// <summary>A call of <c>Redirect</c> on something that is named as a response.</summary>
    static bool IsRedirect(SyntaxNode statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Redirect" } access } }
        && access.Expression.ToString() is var subject && (subject.EndsWith("Response", StringComparison.Ordinal) || subject.EndsWith("response", StringComparison.Ordinal) || subject.EndsWith("resp", StringComparison.Ordinal) || IsDeclaredAsResponse(access.Expression));

    static bool IsDeclaredAsResponse(ExpressionSyntax subject) =>
        subject is IdentifierNameSyntax { Identifier.ValueText: var name } && subject.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.ParameterList.Parameters.Any(p => p.Identifier.ValueText == name && p.Type?.ToString().EndsWith("HttpResponse", StringComparison.Ordinal) == true) == true;

    /// <summary>Whether a statement follows that does something else than to leave.</summary>
    static bool GoesOn(SyntaxNode statement) => statement.Parent switch
    {
        BlockSyntax block when block.Statements.IndexOf((StatementSyntax)statement) + 1 is var next && next < block.Statements.Count => block.Statements[next] is not (ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax),
        BlockSyntax { Parent: StatementSyntax or ElseClauseSyntax } block => GoesOn(block),
        ElseClauseSyntax { Parent: IfStatementSyntax outer } => GoesOn(outer),
        IfStatementSyntax outer => GoesOn(outer),
        _ => false,
    };
}
