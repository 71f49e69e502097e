namespace Merlon.Core.Findings.Lists;

/// <summary>
/// How the entries of a page are kept: in key order, for each the distance to the key before (the first: to the page's first key) and the
/// place of its kind in the page's packed tally, both as variable-length numbers. About three bytes a finding.
/// </summary>
internal static class PageCodec
{
    private const int Bits = 12;

    /// <summary>The page that a key stands on.</summary>
    public static long PageOf(long key) => key >> Bits;

    /// <summary>Packs the entries of one page, which come in key order.</summary>
    public static (byte[] Tally, byte[] Entries) Pack(long page, IReadOnlyList<ListedFinding> entries)
    {
        var tally = FindingTally.Of(entries).Pack();
        var places = new Dictionary<FindingKind, int>();
        foreach (var (kind, _) in FindingTally.Read(tally)) places.Add(kind, places.Count);
        var bytes = new List<byte>(entries.Count * 3);
        var before = page << Bits;
        foreach (var (key, kind) in entries)
        {
            VarInt.Write(bytes, key - before);
            VarInt.Write(bytes, places[kind]);
            before = key;
        }
        return (tally, [.. bytes]);
    }

    /// <summary>Reads the entries of a page, in key order.</summary>
    public static List<ListedFinding> Unpack(long page, byte[] tally, byte[] entries) => Unpack(page, tally, entries, static _ => true);

    /// <summary>As <see cref="Unpack(long, byte[], byte[])"/>, of the kinds wanted; each kind is asked about once.</summary>
    public static List<ListedFinding> Unpack(long page, byte[] tally, byte[] entries, Func<FindingKind, bool> wanted)
    {
        var (kinds, there) = (new List<(FindingKind Kind, bool Wanted)>(), 0);
        foreach (var (kind, count) in FindingTally.Read(tally))
        {
            kinds.Add((kind, wanted(kind)));
            if (kinds[^1].Wanted) there += count;
        }
        var list = new List<ListedFinding>(there);
        if (there == 0) return list;
        var (at, key) = (0, page << Bits);
        while (list.Count < there)
        {
            key += VarInt.Read(entries, ref at);
            var (kind, isWanted) = kinds[(int)VarInt.Read(entries, ref at)];
            if (isWanted) list.Add(new(key, kind));
        }
        return list;
    }

    /// <summary>Of the entries of a page those with these keys, in key order.</summary>
    /// <param name="keys">Sorted; keys of other pages are passed over.</param>
    public static List<ListedFinding> Pick(long page, byte[] tally, byte[] entries, ReadOnlySpan<long> keys)
    {
        var first = keys.BinarySearch(page << Bits);
        keys = keys[(first < 0 ? ~first : first)..];
        var (places, found) = (new List<(long Key, int Place)>(), 0);
        var (at, key) = (0, page << Bits);
        while (at < entries.Length && found < keys.Length)
        {
            key += VarInt.Read(entries, ref at);
            var place = (int)VarInt.Read(entries, ref at);
            while (found < keys.Length && keys[found] < key) found++;
            if (found < keys.Length && keys[found] == key) places.Add((key, place));
        }
        if (places.Count == 0) return [];
        var kinds = new List<FindingKind>();
        foreach (var (kind, _) in FindingTally.Read(tally)) kinds.Add(kind);
        return places.ConvertAll(p => new ListedFinding(p.Key, kinds[p.Place]));
    }

    /// <summary>Entries in key order, page by page.</summary>
    public static IEnumerable<(long Page, List<ListedFinding> Entries)> Split(IEnumerable<ListedFinding> entries)
    {
        var (page, batch) = (-1L, new List<ListedFinding>());
        foreach (var entry in entries)
        {
            if (PageOf(entry.Key) != page)
            {
                if (batch.Count > 0) yield return (page, batch);
                (page, batch) = (PageOf(entry.Key), []);
            }
            batch.Add(entry);
        }
        if (batch.Count > 0) yield return (page, batch);
    }
}
