using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// The summaries of an application, each made when it is first needed. What a summary says follows from its function and what that is handed
/// alone: while it is made only summaries of functions of a lower rank are used, so none waits for itself, whoever asks first. Safe for
/// concurrent use.
/// </summary>
/// <param name="isNoting">Whether summaries keep what they asked the program about.</param>
sealed class SummaryTable(Application application, EngineOptions options, bool isNoting)
{
    readonly ConcurrentDictionary<SummaryKey, Lazy<Summary>> made = new();
    readonly ConcurrentDictionary<object, int> ids = new();
    readonly ConcurrentDictionary<Function, bool> covered = new();
    int last;

    public Application Application => application;
    public EngineOptions Options => options;
    public bool IsNoting => isNoting;

    /// <summary>The functions that were interpreted for summaries, of those whose summaries do not say so themselves.</summary>
    public ICollection<Function> Covered => covered.Keys;

    /// <summary>Notes what was interpreted for a summary, and gives what the summary itself keeps of it.</summary>
    public ImmutableArray<Function> Cover(IReadOnlyCollection<Function> functions)
    {
        if (isNoting) return [.. functions];
        foreach (var function in functions) covered.TryAdd(function, true);
        return [];
    }

    /// <summary>All summaries that were made, in no order.</summary>
    public IEnumerable<Summary> All => made.Values.Select(m => m.Value);

    public int IdOf(object item) => ids.TryGetValue(item, out var known) ? known : ids.GetOrAdd(item, _ => Interlocked.Increment(ref last));

    public Summary Of(Function function, Handover given)
    {
        var key = given.Key;
        return (made.TryGetValue(key, out var known) ? known : made.GetOrAdd(key, new Lazy<Summary>(() => new SummaryMaker(this, function, given).Make(function)))).Value;
    }
}
