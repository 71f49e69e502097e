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
        var places = FindingTally.Read(tally).Select((k, place) => (k.Kind, place)).ToDictionary(k => k.Kind, k => k.place);
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
    public static List<ListedFinding> Unpack(long page, byte[] tally, byte[] entries)
    {
        var kinds = FindingTally.Read(tally).Select(k => k.Kind).ToArray();
        var list = new List<ListedFinding>();
        var (at, key) = (0, page << Bits);
        while (at < entries.Length)
        {
            key += VarInt.Read(entries, ref at);
            list.Add(new(key, kinds[VarInt.Read(entries, ref at)]));
        }
        return list;
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
