using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Variables that are set and never read.</summary>
static class Variables
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var unset in Unset(body)) yield return ("unused-value", unset);
        var declared = body.Descendants().OfType<IVariableDeclaratorOperation>().Where(IsOwn).ToList();
        if (declared.Count == 0 || body.Descendants().Any(o => o is IInvalidOperation)) yield break;
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var reference in body.Descendants().OfType<ILocalReferenceOperation>())
            if (reference.Parent is not ISimpleAssignmentOperation { Target: var target, Parent: IExpressionStatementOperation } || !ReferenceEquals(target, reference)) read.Add(reference.Local);
        foreach (var local in declared)
            if (!read.Contains(local.Symbol)) yield return ("unused-value", local.Syntax);
    }

    /// <summary>Declared by a statement of its own, and never named again.</summary>
    static IEnumerable<SyntaxNode> Unset(IOperation body)
    {
        foreach (var local in body.Descendants().OfType<IVariableDeclaratorOperation>())
            if (local.GetVariableInitializer() is null && local.Parent?.Parent is IVariableDeclarationGroupOperation { Parent: IBlockOperation block }
                && !block.Syntax.DescendantNodes().Any(n => n is IdentifierNameSyntax named && named.Identifier.ValueText == local.Symbol.Name)) yield return local.Syntax;
    }

    /// <summary>Set to something computed, and not kept only to be closed.</summary>
    static bool IsOwn(IVariableDeclaratorOperation local) =>
        local.GetVariableInitializer() is { Value: IInvocationOperation or IObjectCreationOperation or IBinaryOperation or ILiteralOperation }
        && local.Symbol is { IsConst: false, IsUsing: false } && local.Parent?.Parent is IVariableDeclarationGroupOperation { Parent: not (IUsingOperation or IUsingDeclarationOperation) };
}
