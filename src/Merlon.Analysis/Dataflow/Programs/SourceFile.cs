using System.Text;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>A file of the application as the engine keeps it: enough to say where an instruction stands and what is written there.</summary>
sealed class SourceFile
{
    // Most files are never asked: nothing is found in them.
    int[]? lineStarts;

    /// <param name="path">Relative to the root of the scan, with '/'.</param>
    /// <param name="text">UTF-8. Offsets in a <see cref="Span"/> count these bytes.</param>
    public SourceFile(string path, ReadOnlyMemory<byte> text)
    {
        Path = path;
        Text = text;
    }

    public string Path { get; }

    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The line of an offset, from 1.</summary>
    public int LineAt(int offset)
    {
        var found = Array.BinarySearch(LineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The column of an offset, from 1, in UTF-16 units.</summary>
    public int ColumnAt(int offset) =>
        Encoding.UTF8.GetCharCount(Text.Span[LineStarts[LineAt(offset) - 1]..offset]) + 1;

    /// <summary>What is written between two offsets.</summary>
    public string Slice(int start, int end) => Encoding.UTF8.GetString(Text.Span[start..Math.Min(end, Text.Length)]);

    int[] LineStarts => lineStarts ??= StartsOfLines(Text.Span);

    static int[] StartsOfLines(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n') starts.Add(i + 1);
        return [.. starts];
    }
}

/// <summary>A stretch of a file, in bytes; <see cref="End"/> is exclusive.</summary>
readonly record struct Span(SourceFile File, int Start, int End)
{
    public int Line => File.LineAt(Start);

    /// <summary>The source text on one line, white space folded, cut at 200 characters.</summary>
    public string Code
    {
        get
        {
            var text = File.Slice(Start, Math.Min(End, Start + 400));
            var folded = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return folded.Length > 200 ? folded[..200] : folded;
        }
    }

    public override string ToString() => $"{File.Path}:{Line}";
}
