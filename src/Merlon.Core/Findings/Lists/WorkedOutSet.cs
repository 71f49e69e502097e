namespace Merlon.Core.Findings.Lists;

/// <summary>A set worked out for a request: a comparison, the findings with a rare tag, a selection of applications.</summary>
/// <param name="entries">In key order.</param>
internal sealed class WorkedOutSet(List<ListedFinding> entries) : FindingSet
{
    private const int BytesOfEntry = 60;
    private readonly Lazy<FindingTally> _tally = new(() => FindingTally.Of(entries));
    private readonly Lazy<SortedDictionary<long, List<ListedFinding>>> _pages = new(() => new(PageCodec.Split(entries).ToDictionary(p => p.Page, p => p.Entries)));

    /// <summary>How much memory it takes, roughly.</summary>
    public long Bytes => 500 + ((long)BytesOfEntry * entries.Count);

    public override Task<FindingTally> Tally(CancellationToken ct) => Task.FromResult(_tally.Value);

    public override IAsyncEnumerable<PageHead> Heads(bool descending, CancellationToken ct)
    {
        var heads = _pages.Value.Select(p => new PageHead(p.Key, FindingTally.Of(p.Value).Pack()));
        return (descending ? heads.Reverse() : heads).ToAsyncEnumerable();
    }

    public override Task<List<ListedFinding>> Entries(IReadOnlyCollection<long> pages, Func<FindingKind, bool> wanted, CancellationToken ct) =>
        Task.FromResult<List<ListedFinding>>([.. pages.Order().SelectMany(p => _pages.Value[p]).Where(e => wanted(e.Kind))]);

    public override Task<List<ListedFinding>> Pick(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        var wanted = keys.ToHashSet();
        return Task.FromResult(entries.FindAll(e => wanted.Contains(e.Key)));
    }
}
