namespace Merlon.Analysis.Secrets;

/// <summary>Tells line and column of places that are asked for in rising order.</summary>
internal ref struct LineCounter(ReadOnlySpan<byte> text, int firstLine)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int line = firstLine;
    private int counted = 0;

    /// <summary>Both count from 1; the column counts bytes.</summary>
    public (int Line, int Column) Of(int at)
    {
        line += text[counted..at].Count((byte)'\n');
        counted = at;
        return (line, at - text[..at].LastIndexOf((byte)'\n'));
    }
}
