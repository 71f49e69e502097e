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

    /// <summary>How many lines the text has.</summary>
    public int LineCount { get; set; }

    public ReadOnlySpan<int> Words => words.AsSpan(0, Count);

    public int Word(int token) => words[token];

    public int Start(int token) => starts[token];

    public int End(int token) => ends[token];

    public int Line(int token) => lines[token];

    public void Clear() => (Count, LineCount) = (0, 0);

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
