using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Scans;

/// <summary>Which scans of an application are meant: those that carry all of the tags. Without tags, all of them.</summary>
public sealed record ScanFilter(ImmutableArray<KeyValuePair<string, string>> Tags)
{
    /// <summary>Every scan.</summary>
    public static readonly ScanFilter Any = new([]);

    private const int Look = 200;

    /// <summary>The newest scans that match, newest first. The branch is found by index; other tags by walking back from the newest.</summary>
    internal async Task<List<Scan>> Newest(IQueryable<Scan> scans, int limit, CancellationToken ct)
    {
        foreach (var branch in Tags.Where(t => t.Key == "branch").Select(t => t.Value)) scans = scans.Where(s => s.Branch == branch);
        var others = Tags.Where(t => t.Key != "branch").ToList();
        if (others.Count == 0) return await scans.OrderByDescending(s => s.Number).Take(limit).ToListAsync(ct);

        var found = new List<Scan>();
        var below = int.MaxValue;
        while (found.Count < limit)
        {
            var page = await scans.Where(s => s.Number < below).OrderByDescending(s => s.Number).Take(Look).ToListAsync(ct);
            found.AddRange(page.Where(s => others.TrueForAll(t => s.Tags.GetValueOrDefault(t.Key) == t.Value)).Take(limit - found.Count));
            if (page.Count < Look) break;
            below = page[^1].Number;
        }
        return found;
    }

    /// <summary>For each application its newest scan that matches.</summary>
    internal async Task<Dictionary<long, Scan>> Last(IQueryable<Scan> scans, CancellationToken ct)
    {
        foreach (var branch in Tags.Where(t => t.Key == "branch").Select(t => t.Value)) scans = scans.Where(s => s.Branch == branch);
        var others = Tags.Where(t => t.Key != "branch").ToList();
        var last = new Dictionary<long, Scan>();
        await foreach (var scan in scans.OrderBy(s => s.ApplicationKey).ThenByDescending(s => s.Number).AsAsyncEnumerable().WithCancellation(ct))
            if (!last.ContainsKey(scan.ApplicationKey) && others.TrueForAll(t => scan.Tags.GetValueOrDefault(t.Key) == t.Value)) last[scan.ApplicationKey] = scan;
        return last;
    }
}
