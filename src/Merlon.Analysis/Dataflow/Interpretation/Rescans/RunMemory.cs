using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Results of entry points from an earlier scan. One is given again when everything that its run asked about is as it was: the code of each
/// function it entered or weighed, and the members and relatives of each type. Interpreting it again would then do the same.
/// </summary>
sealed class RunMemory
{
    readonly FunctionDigests functions;
    readonly TypeDigests types;
    readonly Dictionary<string, KeptRun> earlier;
    readonly ConcurrentDictionary<string, KeptRun> kept = new();
    readonly KeptResults results;
    int recalled;

    public RunMemory(Application application, ImmutableDictionary<string, KeptRun> earlier)
    {
        functions = new FunctionDigests(application);
        types = new TypeDigests(application);
        results = new KeptResults(application, functions);
        this.earlier = new Dictionary<string, KeptRun>(earlier);
    }

    /// <summary>The runs to keep for the next scan, by entry point.</summary>
    public IReadOnlyDictionary<string, KeptRun> Kept => kept;

    /// <summary>How many results were taken from the earlier scan.</summary>
    public int Recalled => recalled;

    public EntryResult? Recall(Function function)
    {
        var key = functions.NameOf(function);
        if (!earlier.TryGetValue(key, out var run) || Combine(run.Types, run.Functions) != run.Digest || results.Restore(run) is not { } result) return null;
        kept[key] = run;
        Interlocked.Increment(ref recalled);
        return result;
    }

    public void Keep(Function function, Inquiries inquiries, EntryResult result)
    {
        ImmutableArray<string> askedTypes = [.. inquiries.Types.Order(StringComparer.Ordinal)];
        ImmutableArray<string> askedFunctions = [.. inquiries.Functions.Concat(result.Covered).Select(functions.NameOf).Distinct().Order(StringComparer.Ordinal)];
        kept[functions.NameOf(function)] = results.Store(result, askedTypes, askedFunctions, Combine(askedTypes, askedFunctions));
    }

    UInt128 Combine(ImmutableArray<string> askedTypes, ImmutableArray<string> askedFunctions)
    {
        using var digest = new Digest();
        foreach (var type in askedTypes) digest.Add(types.Of(type));
        foreach (var function in askedFunctions) digest.Add(functions.Of(function));
        return digest.Take();
    }
}
