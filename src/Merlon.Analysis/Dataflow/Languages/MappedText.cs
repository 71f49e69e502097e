using System.Text;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>
/// Source text made from other files, that knows of each of its parts where it comes from. Its characters are bytes of those files
/// (Latin-1), so that what is copied stays as it is.
/// </summary>
sealed class MappedText
{
    readonly StringBuilder text = new();
    readonly List<Segment> segments = [];

    /// <summary>Appends what stands between two offsets of a file.</summary>
    public void Copy(SourceFile file, int from, int to)
    {
        if (to <= from) return;
        segments.Add(new Segment(text.Length, file, from, to, IsCopy: true));
        text.Append(Encoding.Latin1.GetString(file.Text.Span[from..to]));
    }

    /// <summary>Appends a text that stands for what is between two offsets of a file.</summary>
    public void Write(SourceFile file, int from, int to, string written)
    {
        if (written.Length == 0) return;
        segments.Add(new Segment(text.Length, file, from, to, IsCopy: false));
        text.Append(written);
    }

    /// <summary>Appends all of another text.</summary>
    public void Append(MappedText other)
    {
        foreach (var segment in other.segments) segments.Add(segment with { Start = segment.Start + text.Length });
        text.Append(other.text);
    }

    /// <summary>The files that it was made from.</summary>
    public IEnumerable<SourceFile> Files => segments.Select(s => s.File).Distinct();

    public override string ToString() => text.ToString();

    /// <summary>Adds all that it says, and from where.</summary>
    public void AddTo(Digest digest)
    {
        digest.Add(text.ToString()).Add(segments.Count);
        foreach (var segment in segments) digest.Add(segment.Start).Add(segment.File.Path).Add(segment.From).Add(segment.To).Add(segment.IsCopy);
    }

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(text.ToString());

    /// <summary>Where the text between two offsets comes from; where it comes from several files, where its beginning does.</summary>
    public Span SpanOf(int start, int end)
    {
        var (first, last) = (At(start), At(Math.Max(start, end - 1)));
        var from = first.IsCopy ? first.From + (start - first.Start) : first.From;
        var to = last.IsCopy ? last.From + (end - last.Start) : last.To;
        return new Span(first.File, from, ReferenceEquals(first.File, last.File) && to >= from ? to : first.To);
    }

    Segment At(int offset)
    {
        var (low, high) = (0, segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (segments[middle].Start <= offset) low = middle;
            else high = middle - 1;
        }
        return segments[low];
    }

    readonly record struct Segment(int Start, SourceFile File, int From, int To, bool IsCopy);
}
