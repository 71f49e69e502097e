using System.Text;

namespace Merlon.Analysis.Dataflow.Languages.Syntax;

/// <summary>
/// A parsed file as flat arrays in document order. The children of the entry i are i + 1, then the <c>Next</c> of each child in turn, up to
/// the <c>Next</c> of i. Positions are byte offsets into <see cref="Text"/>; lines and columns count from 1.
/// </summary>
sealed class SyntaxTree
{
    const ushort ErrorSymbol = ushort.MaxValue;

    readonly Entry[] entries;
    readonly int[] lineStarts;

    internal SyntaxTree(Grammar grammar, ReadOnlyMemory<byte> text, Entry[] entries, int depth)
    {
        (Grammar, Depth) = (grammar, depth);
        Text = text;
        this.entries = entries;
        lineStarts = LineStarts(text.Span);
    }

    public Grammar Grammar { get; }

    public ReadOnlyMemory<byte> Text { get; }

    public SyntaxNode Root => new(this, 0);

    /// <summary>How many nodes stand around the innermost one.</summary>
    public int Depth { get; }

    public int NodeCount => entries.Length;

    /// <summary>The line, from 1, of a byte offset.</summary>
    public int LineAt(int offset)
    {
        var found = Array.BinarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The column, from 1 and in UTF-16 units, of a byte offset.</summary>
    public int ColumnAt(int offset)
    {
        var start = lineStarts[LineAt(offset) - 1];
        return Encoding.UTF8.GetCharCount(Text.Span[start..offset]) + 1;
    }

    internal ref readonly Entry At(int index) => ref entries[index];

    internal string KindOf(int index)
    {
        var symbol = entries[index].Symbol;
        return symbol == ErrorSymbol ? "ERROR" : Grammar.Kinds[symbol];
    }

    internal string TextOf(int index) => Encoding.UTF8.GetString(Text.Span[entries[index].Start..entries[index].End]);

    static int[] LineStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf((byte)'\n'); i >= 0;)
        {
            starts.Add(i + 1);
            var next = text[(i + 1)..].IndexOf((byte)'\n');
            i = next < 0 ? -1 : i + 1 + next;
        }
        return [.. starts];
    }

    internal struct Entry
    {
        public ushort Symbol;
        public ushort Field;
        public bool IsNamed, IsComment;
        public int Start, End, Parent, Next;
    }
}
