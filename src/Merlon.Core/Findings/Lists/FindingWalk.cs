namespace Merlon.Core.Findings.Lists;

/// <summary>Where a walk along a list stands: behind the finding with this key, in this band.</summary>
/// <param name="Band">See <see cref="FindingRanks"/>.</param>
public readonly record struct FindingCursor(int Band, long Key)
{
    public override string ToString() => $"{Band}.{Key}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, out FindingCursor cursor)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        cursor = default;
        if (dot <= 0 || !int.TryParse(text.AsSpan(0, dot), out var band) || !long.TryParse(text.AsSpan(dot + 1), out var key)) return false;
        cursor = new(band, key);
        return true;
    }
}

/// <summary>
/// Takes a stretch of a set in order, band by band and within a band by key. Whole bands and pages are skipped by their counts, so that
/// the ten-thousandth page costs about what the first does.
/// </summary>
internal sealed class FindingWalk(FindingSet set, FindingTally tally, FindingRanks ranks, bool descending)
{
    private const int FarIn = 1000;

    /// <summary>The <paramref name="count"/> findings behind the first <paramref name="skip"/>.</summary>
    public async Task<List<ListedFinding>> Take(long skip, int count, CancellationToken ct)
    {
        var taken = new List<ListedFinding>(count);
        foreach (var band in Bands())
        {
            var there = ranks.Count(tally, band);
            if (skip < there) taken.AddRange(await InBand(band, null, (int)skip, count - taken.Count, ct));
            skip = Math.Max(0, skip - there);
            if (taken.Count == count) break;
        }
        return taken;
    }

    /// <summary>The <paramref name="count"/> findings behind a cursor. What came or went meanwhile makes it neither skip nor repeat the others.</summary>
    public async Task<List<ListedFinding>> Take(FindingCursor after, int count, CancellationToken ct)
    {
        var taken = new List<ListedFinding>(count);
        foreach (var band in Bands().SkipWhile(b => descending ? b > after.Band : b < after.Band))
        {
            taken.AddRange(await InBand(band, band == after.Band ? after.Key : null, 0, count - taken.Count, ct));
            if (taken.Count == count) break;
        }
        return taken;
    }

    /// <summary>Where a finding of the set stands.</summary>
    public FindingCursor CursorAt(ListedFinding finding) => new(ranks.Bands.First(band => ranks.Has(finding.Kind, band)), finding.Key);

    private IEnumerable<int> Bands() => descending ? ranks.Bands.Reverse() : ranks.Bands;

    private async Task<IEnumerable<ListedFinding>> InBand(int band, long? behind, int skip, int count, CancellationToken ct)
    {
        var pages = new List<long>();
        var open = count;
        await foreach (var (number, there) in Pages(band, skip, ct))
        {
            if (behind is { } key && IsBefore(number, PageCodec.PageOf(key))) continue;
            if (pages.Count == 0 && skip >= there)
            {
                skip -= there;
                continue;
            }
            pages.Add(number);
            // How much of the page that the cursor stands on is left is not known: it is looked at but not counted on.
            if (behind is null || number != PageCodec.PageOf(behind.Value)) open -= there - (pages.Count == 1 ? skip : 0);
            if (open <= 0) break;
        }
        if (pages.Count == 0) return [];
        var entries = await set.Entries(pages, kind => ranks.Has(kind, band), ct);
        if (descending) entries.Reverse();
        return entries.Where(e => behind is null || IsBefore(behind.Value, e.Key)).Skip(skip).Take(count);
    }

    // The first pages are few and read as they come; what lies far in is found by the counts of all.
    private async IAsyncEnumerable<PageCount> Pages(int band, int skip, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (skip > FarIn)
        {
            var counts = await set.Counts(ranks, band, ct);
            foreach (var page in descending ? counts.Reverse() : counts) yield return page;
            yield break;
        }
        await foreach (var head in set.Heads(descending, ct))
            if (ranks.Count(head.Tally, band) is > 0 and var count) yield return new(head.Number, count);
    }

    private bool IsBefore(long first, long second) => descending ? first > second : first < second;
}
