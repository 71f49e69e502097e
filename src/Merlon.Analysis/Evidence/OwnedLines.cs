namespace Merlon.Analysis.Evidence;

/// <summary>
/// Which lines of a window are its to report. A line that the window's edge cuts belongs to both neighbours; what both see of it is
/// reported once, and so is what it says twice.
/// </summary>
internal sealed class OwnedLines
{
    readonly int from;
    readonly int to;
    readonly bool startsInside;
    readonly bool endsInside;
    readonly int before;
    readonly HashSet<(int Line, string Text)> seen;

    public OwnedLines(ContentWindow window, HashSet<(int Line, string Text)> seenOnSplitLines)
    {
        var bytes = window.Bytes.Span;
        startsInside = !window.First && window.OwnedFrom > 0 && bytes[window.OwnedFrom - 1] != '\n';
        endsInside = !window.Last && window.OwnedTo > 0 && bytes[window.OwnedTo - 1] != '\n';
        from = window.First ? 1 : 1 + bytes[..window.OwnedFrom].Count((byte)'\n');
        to = window.Last ? int.MaxValue : bytes[..window.OwnedTo].Count((byte)'\n') + (endsInside ? 1 : 0);
        before = window.FirstLine - 1;
        seen = seenOnSplitLines;
    }

    /// <summary>Whether what stands on this line, counted from the window's first, is reported with this window.</summary>
    public bool Own(int line, string text)
    {
        if (line < from || line > to) return false;
        var split = (startsInside && line == from) || (endsInside && line == to);
        return !split || seen.Add((line + before, text));
    }
}
