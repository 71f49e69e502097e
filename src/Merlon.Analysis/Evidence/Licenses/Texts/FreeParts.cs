namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// Which characters of a licence's published text a licensor may leave out or change without making it another licence
/// (SPDX matching guidelines, annex B: titles, copyright notices, replaceable text, appendices).
/// </summary>
internal static class FreeParts
{
    static readonly string[] Appendices =
    [
        "How to Apply These Terms", "How to use this License for your documents", "APPENDIX: How to apply", "APPENDIX: HOW TO APPLY",
        "How to apply the ", "Exhibit A", "EXHIBIT A", "SCHEDULE A", "Schedule A", "Appendix: ", "APPENDIX",
    ];

    const int LongestPlaceholder = 80;
    const int LongestTitle = 120;

    /// <summary>The free ranges [start, end) of <paramref name="text"/>; they may overlap.</summary>
    public static List<(int Start, int End)> Of(string text)
    {
        var ranges = new List<(int, int)>();
        AddCopyrightLines(text, ranges);
        AddPlaceholders(text, ranges);
        AddTitle(text, ranges);
        AddAppendix(text, ranges);
        return ranges;
    }

    static void AddCopyrightLines(string text, List<(int, int)> ranges)
    {
        foreach (var (start, end) in Lines(text))
        {
            var line = text.AsSpan(start, end - start).TrimStart(" \t*#/;-.");
            if (line.Length < 200 && IsCopyrightLine(line)) ranges.Add((start, end));
        }
    }

    static bool IsCopyrightLine(ReadOnlySpan<char> line) =>
        line.StartsWith("Copyright ", StringComparison.OrdinalIgnoreCase) && !line.Contains("notice", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("©", StringComparison.Ordinal)
        || line.StartsWith("Portions copyright", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("All rights reserved", StringComparison.OrdinalIgnoreCase);

    static void AddPlaceholders(string text, List<(int, int)> ranges)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var close = text[at] switch { '<' => '>', '[' => ']', _ => '\0' };
            if (close == '\0') continue;
            var end = text.IndexOf(close, at, Math.Min(LongestPlaceholder, text.Length - at));
            if (end > 0) ranges.Add((at, end + 1));
        }
    }

    static void AddTitle(string text, List<(int, int)> ranges)
    {
        var body = text.AsSpan().TrimStart();
        var start = text.Length - body.Length;
        var end = body.IndexOf("\n\n");
        if (end is > 0 and < LongestTitle && !body[..end].TrimEnd().EndsWith(".")) ranges.Add((start, start + end));
    }

    static void AddAppendix(string text, List<(int, int)> ranges)
    {
        foreach (var heading in Appendices)
        {
            var at = text.LastIndexOf(heading, StringComparison.Ordinal);
            if (at > text.Length / 2 && StartsLine(text, at)) ranges.Add((at, text.Length));
        }
    }

    // The body speaks of its exhibits too.
    static bool StartsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t' or '"' or '-' or '*') at--;
        return at == 0 || text[at - 1] == '\n';
    }

    static IEnumerable<(int Start, int End)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            yield return (start, end);
            start = end + 1;
        }
    }
}
