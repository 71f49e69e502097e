using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Iterators: as if they gathered all that they give into a list and returned that.</summary>
sealed partial class MethodLowering
{
    static bool IsIterator(IOperation body)
    {
        foreach (var child in body.ChildOperations)
        {
            if (child is IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }) return true;
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && IsIterator(child)) return true;
        }
        return false;
    }

    void StartIterator(IOperation body) => iterated = NewList(SpanOf(body));

    void Yield(IReturnOperation given)
    {
        if (given.ReturnedValue is { } value) CallList("Add", iterated, Lower(value), SpanOf(given));
    }

    int FinishIterator(Span span) =>
        method!.ReturnType.Name is "IEnumerator" or "IAsyncEnumerator"
            ? CallLibrary("System.Collections.IEnumerable", "GetEnumerator", iterated, "System.Collections.IEnumerator", span)
            : iterated;
}
