using System.Text;
using Merlon.Nodes.Snapshots.Format;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// What to look for. Upper and lower case are alike. <paramref name="Exact"/> asks for a whole name or value instead of a
/// part of one; <paramref name="Section"/> looks in that section only; <paramref name="After"/> only at what comes after a path.
/// </summary>
public sealed record SnapshotQuery(string Text, string? Section = null, bool Exact = false, ItemPath? After = null);

/// <summary>Finds items by their name, their attributes' names or their values: where is log4j?</summary>
public static class SnapshotSearch
{
    /// <summary>The items that match, in path order, found while they are enumerated: take as many as are wanted.</summary>
    public static IEnumerable<SnapshotItem> Find(SnapshotReader snapshot, SnapshotQuery query)
    {
        var text = Printable.Clean(query.Text);
        if (text.Length == 0) yield break;
        var probe = Ascii.IsValid(text) ? Encoding.ASCII.GetBytes(text.ToLowerInvariant()) : null;
        var folded = Array.Empty<byte>();
        var cursor = new ChunkCursor(snapshot.File, s => query.Section is null || s.Name.Equals(query.Section, StringComparison.OrdinalIgnoreCase));
        if (query.After is { } after) cursor.SkipTo(after.Key);
        for (; !cursor.Ended; cursor.Advance())
        {
            cursor.Load();
            if (query.After is { } passed && cursor.Key.SequenceCompareTo(passed.Key) <= 0) continue;
            if (probe is not null && !Contains(cursor.Key, probe, ref folded) && !Contains(cursor.Body, probe, ref folded)) continue;
            var item = cursor.Item();
            if (Matches(item, text, query.Exact)) yield return item;
        }
    }

    // Bytes are searched first: most items do not match, and decoding each would cost ten times as much.
    static bool Contains(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> probe, ref byte[] folded)
    {
        if (bytes.Length < probe.Length) return false;
        if (folded.Length < bytes.Length) folded = new byte[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++) folded[i] = bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[i] | 0x20) : bytes[i];
        return folded.AsSpan(0, bytes.Length).IndexOf(probe) >= 0;
    }

    static bool Matches(SnapshotItem item, string text, bool exact)
    {
        bool Fits(string candidate) => exact
            ? candidate.Equals(text, StringComparison.OrdinalIgnoreCase)
            : candidate.Contains(text, StringComparison.OrdinalIgnoreCase);
        return item.Path.Names.Skip(1).Any(Fits)
            || item.Attributes.Any(a => Fits(a.Name) || Fits(a.Value.Text));
    }
}
