using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// The summaries of an application, each made when it is first needed. What a summary says follows from its function and what that is handed
/// alone: while it is made only summaries of functions of a lower rank are used, so none waits for itself, whoever asks first. Safe for
/// concurrent use.
/// </summary>
/// <param name="inquiries">Where is kept what runs ask the program about; null when nobody wants to know.</param>
/// <param name="items">What numbers from 1 on stand for already; null for what is not there any more.</param>
/// <param name="recall">Gives a summary that an earlier scan made, where it would be made the same, else null; for what is handed over, with so many objects.</param>
sealed class SummaryTable(Application application, EngineOptions options, InquiryTable? inquiries = null, IReadOnlyList<object?>? items = null, Func<SummaryKey, int, Summary?>? recall = null)
{
    readonly ConcurrentDictionary<SummaryKey, Lazy<Summary>> made = new();
    readonly ConcurrentDictionary<object, int> ids = new(Known(items));
    readonly ConcurrentDictionary<Function, bool> covered = new();
    int last = items?.Count ?? 0;

    public Application Application => application;
    public EngineOptions Options => options;

    /// <summary>What a new run asks the program about; null when nobody wants to know.</summary>
    public Inquiries? NewInquiries() => inquiries is null ? null : new Inquiries(inquiries);

    /// <summary>The functions that were interpreted for summaries, of those whose summaries do not say so themselves.</summary>
    public ICollection<Function> Covered => covered.Keys;

    /// <summary>Notes what was interpreted for a summary, and gives what the summary itself keeps of it.</summary>
    public ImmutableArray<Function> Cover(IReadOnlyCollection<Function> functions)
    {
        if (inquiries is not null) return [.. functions];
        foreach (var function in functions) covered.TryAdd(function, true);
        return [];
    }

    /// <summary>All summaries that were made, in no order.</summary>
    public IEnumerable<Summary> All => made.Values.Select(m => m.Value);

    /// <summary>What has a number, with it.</summary>
    public IEnumerable<KeyValuePair<object, int>> Items => ids;

    public int IdOf(object item) => ids.TryGetValue(item, out var known) ? known : ids.GetOrAdd(item, _ => Interlocked.Increment(ref last));

    public Summary Of(Function function, Handover given)
    {
        var key = given.Key;
        if (made.TryGetValue(key, out var known)) return known.Value;
        var added = recall?.Invoke(key, given.Numbers.Count) is { } earlier ? new Lazy<Summary>(earlier) : new Lazy<Summary>(() => new SummaryMaker(this, function, given.Start()).Make(key));
        return made.GetOrAdd(key, added).Value;
    }

    /// <summary>The summary of something that an earlier scan handed over. Throws <see cref="FormatException"/> where that cannot be read.</summary>
    public Summary Again(Function function, IReadOnlyList<int> code)
    {
        var key = new SummaryKey(function, [.. code]);
        if (made.TryGetValue(key, out var known)) return known.Value;
        var given = new HandoverReader(code, id => id > 0 && id <= items?.Count ? items[id - 1] : null).Read();
        return made.GetOrAdd(key, new Lazy<Summary>(() => new SummaryMaker(this, function, given).Make(key))).Value;
    }

    static IEnumerable<KeyValuePair<object, int>> Known(IReadOnlyList<object?>? items) =>
        (items ?? []).Select((item, i) => (Item: item, Id: i + 1)).Where(i => i.Item is not null).DistinctBy(i => i.Item).Select(i => KeyValuePair.Create(i.Item!, i.Id));
}
