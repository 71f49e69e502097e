using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Merlon.Analysis.Evidence.SearchTerms;

/// <summary>
/// Search terms made ready: plain ones in one automaton, patterns with the non-backtracking engine, so that the time grows with the
/// text and never with the pattern's tricks.
/// </summary>
public sealed class SearchTermSet
{
    /// <summary>No terms.</summary>
    public static readonly SearchTermSet None = new([], [], null);

    const int MostTerms = 1000;
    const int LongestTerm = 500;
    const int MostHitsPerWindow = 10_000;

    /// <summary>For one pattern in one window, of 4 MB as a rule.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly ImmutableArray<(SearchTerm Term, string Bytes)> plain;
    readonly ImmutableArray<(SearchTerm Term, Regex Pattern)> patterns;
    readonly SearchValues<string>? automaton;

    SearchTermSet(ImmutableArray<(SearchTerm, string)> plain, ImmutableArray<(SearchTerm, Regex)> patterns, SearchValues<string>? automaton) =>
        (this.plain, this.patterns, this.automaton) = (plain, patterns, automaton);

    /// <summary>Makes a set; <paramref name="errors"/> names each term that cannot be one, with the reason, and then the answer is null.</summary>
    public static SearchTermSet? Create(IEnumerable<SearchTerm> terms, out ImmutableArray<string> errors) => Create(terms, Patience, out errors);

    internal static SearchTermSet? Create(IEnumerable<SearchTerm> terms, TimeSpan patience, out ImmutableArray<string> errors)
    {
        var wrong = ImmutableArray.CreateBuilder<string>();
        var (plain, patterns) = (ImmutableArray.CreateBuilder<(SearchTerm, string)>(), ImmutableArray.CreateBuilder<(SearchTerm, Regex)>());
        foreach (var term in terms)
        {
            if (plain.Count + patterns.Count >= MostTerms) wrong.Add($"More than {MostTerms} terms.");
            else if (term.Text.Length is 0 or > LongestTerm) wrong.Add($"\"{term.Text}\": a term has 1 to {LongestTerm} characters.");
            else if (!term.IsPattern) plain.Add((term, AsBytes(term.Text)));
            else if (Compile(term.Text, patience, out var reason) is { } pattern) patterns.Add((term, pattern));
            else wrong.Add($"\"{term.Text}\": {reason}");
        }
        errors = wrong.ToImmutable();
        if (errors.Length > 0) return null;
        var anyOf = plain.Count == 0 ? null : SearchValues.Create([.. plain.Select(p => p.Item2)], StringComparison.OrdinalIgnoreCase);
        return new(plain.ToImmutable(), patterns.ToImmutable(), anyOf);
    }

    /// <summary>The terms, so that two sets that look for the same are the same text.</summary>
    public override string ToString() =>
        string.Join('\n', plain.Select(p => p.Term).Concat(patterns.Select(p => p.Term)).Select(t => $"{(t.IsPattern ? '~' : '=')}{t.Text.Length}:{t.Text}"));

    /// <summary>Adds where the terms stand in the text; those whose search takes too long are left there and named in <paramref name="slow"/>, and are not looked for when named there already.</summary>
    internal void Find(ReadOnlySpan<byte> text, List<TermEvidence> into, HashSet<string> slow)
    {
        if (plain.IsEmpty && patterns.IsEmpty) return;
        // One character a byte: offsets stay byte offsets, and the terms are written the same way.
        var chars = Encoding.Latin1.GetString(text);
        var hits = new List<(SearchTerm Term, int Start, int Length)>();
        FindPlain(chars, hits);
        foreach (var (term, pattern) in patterns)
            if (!slow.Contains(term.Text) && !FindPattern(term, pattern, chars, hits)) slow.Add(term.Text);
        Add(hits, text, into);
    }

    void FindPlain(string chars, List<(SearchTerm, int, int)> hits)
    {
        for (var from = 0; automaton is not null && from < chars.Length && hits.Count < MostHitsPerWindow;)
        {
            var next = chars.AsSpan(from).IndexOfAny(automaton);
            if (next < 0) return;
            var at = from + next;
            foreach (var (term, bytes) in plain)
                if (chars.AsSpan(at).StartsWith(bytes, StringComparison.OrdinalIgnoreCase)) hits.Add((term, at, bytes.Length));
            from = at + 1;
        }
    }

    // The engine's time is linear in the text, but the factor is the pattern's size: (a?){900} costs as much for each character.
    static bool FindPattern(SearchTerm term, Regex pattern, string chars, List<(SearchTerm, int, int)> hits)
    {
        try
        {
            foreach (var match in pattern.EnumerateMatches(chars))
                if (match.Length > 0 && hits.Count < MostHitsPerWindow) hits.Add((term, match.Index, match.Length));
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    static void Add(List<(SearchTerm Term, int Start, int Length)> hits, ReadOnlySpan<byte> text, List<TermEvidence> into)
    {
        hits.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var (seen, line) = (0, 1);
        foreach (var (term, start, length) in hits)
        {
            line += text[seen..start].Count((byte)'\n');
            seen = start;
            into.Add(new(term.Text, Encoding.UTF8.GetString(text.Slice(start, Math.Min(length, LongestTerm))), line, start, start + length));
        }
    }

    static Regex? Compile(string pattern, TimeSpan patience, out string reason)
    {
        try
        {
            reason = "";
            return new(AsBytes(pattern), RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, patience);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            reason = e.Message;
            return null;
        }
    }

    static string AsBytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
