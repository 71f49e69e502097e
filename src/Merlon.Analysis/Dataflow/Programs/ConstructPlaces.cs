using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Says which block each construct of a type stands in, where that block is behind a condition which may have one answer only, so that nothing is
/// told of it when interpreting shows that it never runs.
/// </summary>
static class ConstructPlaces
{
    /// <summary>To be called once all constructs of a type are noted; what is known of statements is given up.</summary>
    public static void Settle(List<Construct> ofType, IReadOnlyCollection<Function> functions)
    {
        foreach (var function in functions) Adopt(ofType, function);
        foreach (var function in functions)
        {
            Settle(function);
            function.Statements = null;
        }
    }

    /// <summary>What was seen of a whole type, and stands in one function behind a condition, is that function's.</summary>
    static void Adopt(List<Construct> ofType, Function function)
    {
        if (function.Statements is not { } statements) return;
        for (var i = ofType.Count - 1; i >= 0; i--)
            if (ReferenceEquals(ofType[i].Span.File, function.Span.File) && statements.At(ofType[i].Span) > 0)
            {
                function.Constructs.Add(ofType[i]);
                ofType.RemoveAt(i);
            }
    }

    static void Settle(Function function)
    {
        if (function.Statements is not { } statements || function.Constructs.Count == 0) return;
        ImmutableArray<bool>? isSure = null;
        for (var i = 0; i < function.Constructs.Count; i++)
        {
            var construct = function.Constructs[i];
            if (!ReferenceEquals(construct.Span.File, function.Span.File) || statements.At(construct.Span) is not (> 0 and var block)) continue;
            isSure ??= SureBlocks.Of(function);
            if (!isSure.Value[block]) function.Constructs[i] = construct with { Block = block };
        }
    }
}
