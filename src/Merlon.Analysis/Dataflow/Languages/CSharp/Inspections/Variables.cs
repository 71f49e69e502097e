using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Variables that are set and never read.</summary>
static class Variables
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        var declared = body.Descendants().OfType<IVariableDeclaratorOperation>().Where(IsOwn).ToList();
        if (declared.Count == 0 || body.Descendants().Any(o => o is IInvalidOperation)) yield break;
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var reference in body.Descendants().OfType<ILocalReferenceOperation>())
            if (reference.Parent is not ISimpleAssignmentOperation { Target: var target, Parent: IExpressionStatementOperation } || !ReferenceEquals(target, reference)) read.Add(reference.Local);
        foreach (var local in declared)
            if (!read.Contains(local.Symbol)) yield return ("unused-value", local.Syntax);
    }

    /// <summary>Set to something computed, and not kept only to be closed.</summary>
    static bool IsOwn(IVariableDeclaratorOperation local) =>
        local.GetVariableInitializer() is { Value: IInvocationOperation or IObjectCreationOperation or IBinaryOperation or ILiteralOperation }
        && local.Symbol is { IsConst: false, IsUsing: false } && local.Parent?.Parent is IVariableDeclarationGroupOperation { Parent: not (IUsingOperation or IUsingDeclarationOperation) };
}
