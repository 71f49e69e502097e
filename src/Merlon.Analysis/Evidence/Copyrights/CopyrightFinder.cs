using System.Collections.Immutable;
using System.Text;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>
/// Finds copyright statements and authors. The tokens say on which lines a marker stands; only those lines and the few that may go
/// on with them are read by the grammar.
/// </summary>
internal sealed class CopyrightFinder
{
    /// <summary>So many lines without a marker may go on with the statement above.</summary>
    const int Continued = 3;

    const int LongestLine = 2000;

    /// <summary>Places read in one long line.</summary>
    const int MostExcerpts = 2000;

    readonly WordSet markers;
    readonly WordSet sections;
    readonly int c;
    readonly int by;
    readonly WordReader reader;
    readonly List<Word> words = [];
    readonly List<(int Start, int End)> taken = [];
    readonly List<int> lines = [];
    readonly Remembered<(ImmutableArray<CopyrightEvidence> Copyrights, ImmutableArray<AuthorEvidence> Authors)> before = new();

    public CopyrightFinder(Vocabulary vocabulary, WordLists lists)
    {
        markers = new(vocabulary, "holder copyright copyrights copyrighted copr copyleft copylefted opyright copyrighy author authors codeauthor moduleauthor sectionauthor written developed contributed maintained created authored implemented maintainer maintainers filecopyrighttext filecontributor copy");
        sections = new(vocabulary, "author authors developers maintainer maintainers");
        c = vocabulary.Add("c"u8);
        by = vocabulary.Add("by"u8);
        reader = new(lists);
    }

    public void Find(TokenList tokens, ReadOnlySpan<byte> text, List<CopyrightEvidence> copyrights, List<AuthorEvidence> authors)
    {
        FindLines(tokens, text);
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && lines[to] - lines[to - 1] <= Continued + 1) to++;
            ReadGroup(tokens, text, lines[from], lines[to - 1] + Continued, copyrights, authors);
            from = to;
        }
        ReadSections(tokens, text, authors);
    }

    // What the grammar read on a line of a section is as good.
    void ReadSections(TokenList tokens, ReadOnlySpan<byte> text, List<AuthorEvidence> authors)
    {
        var (known, last) = ((HashSet<int>?)null, -1);
        for (var t = 0; t < tokens.Count; t++)
        {
            if (!sections.Has(tokens.Word(t)) || tokens.Line(t) == last) continue;
            last = tokens.Line(t);
            var start = tokens.LineStart(text, last);
            if (start >= text.Length || !AuthorSections.Begins(text, start)) continue;
            known ??= [.. authors.Select(a => a.Line)];
            foreach (var author in AuthorSections.Read(text, start, last))
                if (known.Add(author.Line)) authors.Add(author);
        }
    }

    void FindLines(TokenList tokens, ReadOnlySpan<byte> text)
    {
        lines.Clear();
        var signs = tokens.SignLines;
        var sign = 0;
        for (var t = 0; t < tokens.Count; t++)
        {
            while (sign < signs.Count && signs[sign] <= tokens.Line(t)) Add(signs[sign++]);
            if (tokens.Word(t) == by && HasAddress(text, tokens.End(t))) Add(tokens.Line(t));
            else if (markers.Has(tokens.Word(t)) || (tokens.Word(t) == c && IsSign(text, tokens.Start(t), tokens.End(t)))) Add(tokens.Line(t));
        }
        while (sign < signs.Count) Add(signs[sign++]);

        void Add(int line)
        {
            if (lines.Count == 0 || lines[^1] < line) lines.Add(line);
        }
    }

    static bool HasAddress(ReadOnlySpan<byte> text, int from)
    {
        var rest = text[from..Math.Min(text.Length, from + 120)];
        // The address may stand on the next line.
        var end = rest.IndexOf((byte)'\n');
        var next = end < 0 ? -1 : rest[(end + 1)..].IndexOf((byte)'\n');
        return (next < 0 ? rest : rest[..(end + 1 + next)]).Contains((byte)'@');
    }

    static bool IsSign(ReadOnlySpan<byte> text, int start, int end) => start > 0 && end < text.Length && text[start - 1] == '(' && text[end] == ')';

    void ReadGroup(TokenList tokens, ReadOnlySpan<byte> text, int first, int last, List<CopyrightEvidence> copyrights, List<AuthorEvidence> authors)
    {
        var group = Lines(text[tokens.LineStart(text, first)..], last - first + 1);
        if (!before.TryRecall(group, out var known)) before.Keep(group, known = Read(group));
        foreach (var copyright in known.Copyrights) copyrights.Add(copyright with { Line = copyright.Line + first });
        foreach (var author in known.Authors) authors.Add(author with { Line = author.Line + first });
    }

    static ReadOnlySpan<byte> Lines(ReadOnlySpan<byte> text, int count)
    {
        var end = 0;
        for (; count > 0 && end < text.Length; count--) TokenList.ReadLine(text, end, out end);
        return text[..Math.Min(end, text.Length)];
    }

    // Lines count from 0 here.
    (ImmutableArray<CopyrightEvidence> Copyrights, ImmutableArray<AuthorEvidence> Authors) Read(ReadOnlySpan<byte> group)
    {
        var (copyrights, authors, closed) = (new List<CopyrightEvidence>(), new List<AuthorEvidence>(), false);
        words.Clear();
        for (int line = 0, start = 0; start < group.Length; line++)
        {
            var bytes = TokenList.ReadLine(group, start, out start);
            if (bytes.Length > LongestLine)
            {
                Flush(copyrights, authors);
                ReadLong(bytes, line, copyrights, authors);
                continue;
            }
            var raw = Decode(bytes);
            var clean = LineCleaner.IsRequest(raw) || LineCleaner.IsNoise(raw) ? "" : LineCleaner.Clean(raw);
            // What stands behind an empty line or the comment is another matter.
            if (!IsOpen() && (clean.Length == 0 || (closed && !LineCleaner.StartsComment(raw)))) Flush(copyrights, authors);
            if (clean.Length > 0) reader.Read(clean, line, words);
            closed = LineCleaner.EndsComment(raw);
        }
        Flush(copyrights, authors);
        return ([.. copyrights], [.. authors]);
    }

    // A line of a minified file or of a listing in HTML: only what stands around the markers.
    void ReadLong(ReadOnlySpan<byte> bytes, int line, List<CopyrightEvidence> copyrights, List<AuthorEvidence> authors)
    {
        var at = 0;
        for (var excerpts = 0; excerpts < MostExcerpts && LongLine.Next(bytes, at) is { } excerpt; excerpts++)
        {
            var raw = Decode(bytes[excerpt]);
            if (!LineCleaner.IsNoise(raw) && LineCleaner.Clean(raw) is { Length: > 0 } clean) reader.Read(clean, line, words);
            Flush(copyrights, authors);
            at = excerpt.End.Value;
        }
    }

    // "Copyright by", "Ada Wren and" go on below an empty line.
    bool IsOpen() => words.Count > 0 && words[^1].Kind is WordKind.And or WordKind.By or WordKind.Marker;

    void Flush(List<CopyrightEvidence> copyrights, List<AuthorEvidence> authors)
    {
        if (words.Count == 0) return;
        StatementReader.Read(words, copyrights, taken);
        AuthorReader.Read(words, authors, taken);
        words.Clear();
    }

    static string Decode(ReadOnlySpan<byte> line) =>
        System.Text.Unicode.Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Encoding.Latin1.GetString(line);
}
