namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>Finds the stretches of a long line that may hold a statement or an author: a marker, a little before it and what can follow.</summary>
internal static class LongLine
{
    const int Before = 80;
    const int Behind = 400;
    const int Tail = 160;

    /// <summary>What may stand before a sign: "Copyright (c)".</summary>
    const int Lead = 12;

    /// <summary>The range of the next stretch from <paramref name="at"/> on, or null. It begins and ends between words where it can.</summary>
    public static Range? Next(ReadOnlySpan<byte> line, int at)
    {
        var marker = Marker(line[at..]);
        if (marker < 0) return null;
        marker += at;
        var start = Math.Max(at, marker - Before);
        if (start > 0 && line[start..marker].IndexOfAny(Gaps) is >= 0 and var gap) start += gap;
        var end = Math.Min(line.Length, marker + Behind);
        if (end == line.Length) return start..end;
        // A statement that begins near the end is the next stretch's.
        var tail = end - Tail;
        if (Marker(line[tail..end]) is >= 0 and var next) end = tail + next - Lead;
        else if (line[marker..end].LastIndexOfAny(Gaps) is > 0 and var last) end = marker + last;
        return start..end;
    }

    static readonly System.Buffers.SearchValues<byte> Gaps = System.Buffers.SearchValues.Create(" \t<>*;"u8);

    // The earliest of the words and signs that stand before a holder or an author.
    static int Marker(ReadOnlySpan<byte> rest)
    {
        var first = -1;
        foreach (var word in Markers)
        {
            var within = first < 0 ? rest : rest[..Math.Min(rest.Length, first + word.Length)];
            if (within.IndexOf(word) is >= 0 and var found) first = found;
        }
        return first;
    }

    static readonly byte[][] Markers = [.. ((string[])["opyright", "OPYRIGHT", "(c)", "(C)", "©", "&copy", "uthor", "ritten by"]).Select(System.Text.Encoding.UTF8.GetBytes)];
}
