namespace Merlon.Core.Findings.Lists;

/// <summary>A kept list, of which the costly is remembered: how many findings of a band each page has, and what was narrowed down from it.</summary>
internal sealed class RememberedSet(StoredSet stored, RememberedLists remembered) : FindingSet
{
    private const int BytesOfPage = 16;
    private (FindingTally Tally, ListMoment Moment)? _read;

    public override async Task<FindingTally> Tally(CancellationToken ct) => (await Read(ct)).Tally;

    public override IAsyncEnumerable<PageHead> Heads(bool descending, CancellationToken ct) => stored.Heads(descending, ct);

    public override Task<List<ListedFinding>> Entries(IReadOnlyCollection<long> pages, Func<FindingKind, bool> wanted, CancellationToken ct) => stored.Entries(pages, wanted, ct);

    public override Task<List<ListedFinding>> Pick(IReadOnlyCollection<long> keys, CancellationToken ct) => stored.Pick(keys, ct);

    public override async Task<IReadOnlyList<PageCount>> Counts(FindingRanks ranks, int band, CancellationToken ct) =>
        await remembered.Get((await Read(ct)).Moment, $"counts {ranks.Digest(band)}", counts => 200 + (BytesOfPage * counts.Count), () => base.Counts(ranks, band, ct));

    /// <summary>What was narrowed down from this list by something before, else what <paramref name="work"/> narrows down.</summary>
    /// <param name="by">Names it whole.</param>
    public async Task<WorkedOutSet> Narrowed(string by, Func<Task<WorkedOutSet>> work, CancellationToken ct) =>
        await remembered.Get((await Read(ct)).Moment, $"narrowed {by}", set => set.Bytes, work);

    private async Task<(FindingTally Tally, ListMoment Moment)> Read(CancellationToken ct) => _read ??= await stored.Read(ct);
}
