using System.Buffers.Text;
using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Overviews;

/// <summary>Reads the newest snapshot of a node, section by section.</summary>
public sealed class NodeSnapshotOverviews(NodeHeads heads, SnapshotFiles files)
{
    /// <summary>Longest text that is looked for.</summary>
    public const int MaxFilter = 200;

    private const int StretchSize = 100;

    /// <summary>What the newest snapshot holds.</summary>
    public async Task<ImmutableArray<SnapshotSection>> Sections(NodeHead head, CancellationToken ct)
    {
        if (head.Seen is null) return [];
        using var snapshot = await files.Open(head.Seen, ct);
        return snapshot.Sections;
    }

    /// <summary>A stretch of a section, the first of them when none is named; <paramref name="filter"/> narrows to items that hold it in a name or value.</summary>
    public Task<Outcome<NodeSection>> Section(long key, string? section, string? filter, string? after, Caller caller, CancellationToken ct) =>
        heads.ReadSeen(key, caller, ct).Then(async head =>
        {
            if (filter is { Length: > MaxFilter }) return new Refusal.Invalid("q", $"At most {MaxFilter} characters can be looked for.");
            if (head.Seen is null) return (Outcome<NodeSection>)new NodeSection(head, [], "", "", [], null);
            using var snapshot = await files.Open(head.Seen, ct);
            var name = section ?? snapshot.Sections.FirstOrDefault()?.Name ?? "";
            if (section is not null && snapshot.Sections.All(s => s.Name != section)) return new Refusal.NotFound("section");
            var found = Items(snapshot, name, filter?.Trim() ?? "", Place(after)).Take(StretchSize + 1).ToList();
            return new NodeSection(head, snapshot.Sections, name, filter?.Trim() ?? "", [.. found.Take(StretchSize)], found.Count > StretchSize ? Base64Url.EncodeToString(found[StretchSize - 1].Path.Key) : null);
        });

    private static IEnumerable<SnapshotItem> Items(SnapshotReader snapshot, string section, string filter, ItemPath? after) => (filter, after) switch
    {
        ("", null) => snapshot.Read(section),
        ("", _) => snapshot.Read(section, after),
        _ => SnapshotSearch.Find(snapshot, new SnapshotQuery(filter, section, After: after)),
    };

    // What is no place begins at the beginning.
    private static ItemPath? Place(string? after) =>
        after is { Length: > 0 and <= 2 * SnapshotLimits.KeyBytes } && Base64Url.IsValid(after) && Base64Url.DecodeFromChars(after) is { Length: > 0 } key && key.AsSpan().Count((byte)0) < SnapshotLimits.PathDepth ? ItemPath.FromKey(key) : null;
}
