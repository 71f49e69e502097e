namespace Merlon.Core.Findings.Lists;

/// <summary>How many findings there are of each kind. Packed: for each kind three variable-length numbers (profile, triage, count).</summary>
internal sealed class FindingTally : Dictionary<FindingKind, int>
{
    /// <summary>Counts entries.</summary>
    public static FindingTally Of(IEnumerable<ListedFinding> entries)
    {
        var tally = new FindingTally();
        foreach (var entry in entries) tally.Change(entry.Kind, 1);
        return tally;
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    public static FindingTally Unpack(byte[] packed)
    {
        var tally = new FindingTally();
        foreach (var (kind, count) in Read(packed)) tally[kind] = count;
        return tally;
    }

    /// <summary>The packed kinds and counts, sorted by kind.</summary>
    public static PackedTally Read(ReadOnlySpan<byte> packed) => new(packed);

    /// <summary>As it is kept: sorted by kind.</summary>
    public byte[] Pack()
    {
        var bytes = new List<byte>(Count * 5);
        foreach (var (kind, count) in this.OrderBy(k => k.Key.Profile).ThenBy(k => k.Key.Triage))
        {
            VarInt.Write(bytes, kind.Profile);
            VarInt.Write(bytes, kind.Triage);
            VarInt.Write(bytes, count);
        }
        return [.. bytes];
    }

    /// <summary>Adds <paramref name="by"/>, which may be negative, to a kind; a kind without findings is dropped.</summary>
    public void Change(FindingKind kind, int by)
    {
        var sum = this.GetValueOrDefault(kind) + by;
        if (sum == 0) Remove(kind);
        else this[kind] = sum;
    }

    /// <summary>Adds another tally, <paramref name="times"/> over.</summary>
    public void Change(FindingTally by, int times = 1)
    {
        foreach (var (kind, count) in by) Change(kind, times * count);
    }
}
