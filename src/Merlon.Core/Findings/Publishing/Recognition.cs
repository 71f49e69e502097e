using Merlon.Core.Findings.Lists;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Tells the findings that a scan staged apart: those that the application has from those that it never had, to which it gives keys. What was told apart
/// while staging is told apart again, under the lock: another scan may have published meanwhile.
/// </summary>
/// <param name="known">What the application has now.</param>
/// <param name="firstKey">The first of the keys drawn for new findings.</param>
/// <param name="keys">How many were drawn.</param>
internal sealed class Recognition(KnownFindings known, long firstKey, long keys)
{
    /// <summary>The scan's list as far as it was told.</summary>
    public List<ListedFinding> Entries { get; } = [];

    /// <summary>The tags of new findings.</summary>
    public List<(long Tag, long Key)> Tags { get; } = [];

    /// <summary>Findings that were gone.</summary>
    public List<long> Reappeared { get; } = [];

    /// <summary>How many are new.</summary>
    public int Added { get; private set; }

    /// <summary>Whether any says something else than before.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>Takes a finding in: its new key when it is new, null when the application has it.</summary>
    public long? Take(StagedRow row)
    {
        if (!known.TryGet(row.Fingerprint, out var before)) return Add(row);
        var changed = IsChanged(row, before);
        HasChanges |= changed;
        if (before.Gone) Reappeared.Add(before.Key);
        Entries.Add(new(before.Key, changed ? before.Kind with { Profile = row.ProfileKey } : before.Kind));
        return null;
    }

    /// <summary>The key of the finding that a row says something else about; null when it says the same, or the finding is new.</summary>
    public long? Changed(StagedRow row) => known.TryGet(row.Fingerprint, out var before) && IsChanged(row, before) ? before.Key : null;

    private long Add(StagedRow row)
    {
        // Others can only add findings meanwhile, except for the removal of old ones; then the scan is staged once more.
        if (row.News == StagedNews.Same || Added == keys) throw new InvalidOperationException("Findings were removed while the scan ran.");
        var key = firstKey + Added++;
        Entries.Add(new(key, new(row.ProfileKey, FindingTriage.None.Key)));
        foreach (var tag in FindingTag.Unpack(row.Tags)) Tags.Add((tag, key));
        return key;
    }

    // Of one that said the same while it was staged, only the fingerprint was kept: what another scan says of it meanwhile stands.
    private static bool IsChanged(StagedRow row, KnownFinding before) => row.News != StagedNews.Same && row.Digest != before.Digest;
}
