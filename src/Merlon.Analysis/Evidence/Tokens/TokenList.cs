namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>
/// The normalised words of one text in order: each word's number in the vocabulary, its bytes [Start, End) and its line (from 1).
/// Reused from file to file.
/// </summary>
internal sealed class TokenList
{
    int[] words = new int[4096];
    int[] starts = new int[4096];
    int[] ends = new int[4096];
    int[] lines = new int[4096];

    public int Count { get; private set; }

    /// <summary>The lines on which a copyright sign stands, in order.</summary>
    public List<int> SignLines { get; } = [];

    /// <summary>How many lines the text has.</summary>
    public int LineCount { get; set; }

    public ReadOnlySpan<int> Words => words.AsSpan(0, Count);

    public int Word(int token) => words[token];

    public int Start(int token) => starts[token];

    public int End(int token) => ends[token];

    public int Line(int token) => lines[token];

    public void Clear()
    {
        (Count, LineCount) = (0, 0);
        SignLines.Clear();
    }

    /// <summary>Where in <paramref name="text"/> a line starts.</summary>
    public int LineStart(ReadOnlySpan<byte> text, int line)
    {
        if (line <= 1) return 0;
        var token = FirstOn(line);
        // A line with no word on it is found from the word before.
        var at = token < Count ? Start(token) : text.Length;
        var on = token < Count ? Line(token) : LineCount;
        at = LineStart(text[..at]);
        for (; on > line && at > 0; on--) at = LineStart(text[..(at - (text[at - 1] == '\n' && at > 1 && text[at - 2] == '\r' ? 2 : 1))]);
        return at;
    }

    /// <summary>The line that starts at <paramref name="start"/>, and where the next one starts; a line ends as the tokenizer counts it: \n, \r\n or \r.</summary>
    public static ReadOnlySpan<byte> ReadLine(ReadOnlySpan<byte> text, int start, out int next)
    {
        var length = text[start..].IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0) length = text.Length - start;
        next = start + length + 1;
        if (next < text.Length && text[next - 1] == '\r' && text[next] == '\n') next++;
        return text.Slice(start, length);
    }

    static int LineStart(ReadOnlySpan<byte> before) => before.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;

    int FirstOn(int line)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lines[middle] < line) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public void Add(int word, int start, int end, int line)
    {
        if (Count == words.Length) Grow();
        (words[Count], starts[Count], ends[Count], lines[Count]) = (word, start, end, line);
        Count++;
    }

    void Grow()
    {
        Array.Resize(ref words, Count * 2);
        Array.Resize(ref starts, Count * 2);
        Array.Resize(ref ends, Count * 2);
        Array.Resize(ref lines, Count * 2);
    }
}
