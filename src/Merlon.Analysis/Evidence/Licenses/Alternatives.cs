using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>Joins licences that a text offers as a choice ("MIT or GPL", "dual licensed under", "alternatively") into one expression.</summary>
internal sealed class Alternatives(Vocabulary vocabulary)
{
    const int FarAlternatively = 260;

    readonly WordSet connectors = new(vocabulary, "or and license licenses licensed the terms of under either a an version gnu v your choice at option public its general lesser conditions provisions gpl lgpl mpl agpl epl library");
    readonly WordSet choices = new(vocabulary, "or");
    readonly WordSet unions = new(vocabulary, "and");
    readonly WordSet duals = new(vocabulary, "dual dually dualed tri triple choice choose either disjunctive");
    readonly WordSet conditions = new(vocabulary, "if");
    readonly WordSet alternatively = new(vocabulary, "alternatively alternately");

    public List<TokenMatch> Join(List<TokenMatch> matches, TokenList tokens, ReadOnlySpan<byte> text)
    {
        var joined = new List<TokenMatch>();
        foreach (var match in matches)
        {
            if (joined.Count > 0 && IsChoice(joined[^1], match, tokens, text)) joined[^1] = Or(joined[^1], match);
            else joined.Add(match);
        }
        return joined;
    }

    bool IsChoice(TokenMatch before, TokenMatch after, TokenList tokens, ReadOnlySpan<byte> text)
    {
        if (before.Kind == MatchKind.Tag || after.Kind == MatchKind.Tag || (after.First <= before.Last && !before.InHole(after))) return false;
        if (before.InHole(after)) return SaysAlternatively(tokens, after.First - 20, after.First);
        if (after.First - before.Last < FarAlternatively && SaysAlternatively(tokens, before.Last + 1, after.First)) return true;
        if (after.First - before.Last > 14 || after.Kind == MatchKind.Text) return false;

        var (or, and) = (false, false);
        for (var at = before.Last + 1; at < after.First; at++)
        {
            or |= choices.Has(tokens.Word(at));
            and |= unions.Has(tokens.Word(at));
            if (!connectors.Has(tokens.Word(at)) && !duals.Has(tokens.Word(at))) return false;
        }
        var dual = Any(duals, tokens, before.First - 12, before.First) || Any(duals, tokens, after.Last + 1, after.Last + 10);
        var between = text[tokens.End(before.Last)..tokens.Start(after.First)];
        var slash = between.IndexOfAny((byte)'/', (byte)'|') >= 0 && between.IndexOf("*/"u8) < 0 && between.IndexOf("//"u8) < 0 && between.IndexOf(")\n"u8) < 0 && after.First - before.Last <= 3;
        return or || slash || (dual && (and || after.First - before.Last <= 4));
    }

    // "Alternatively, if you modify ..." goes on with the terms of one licence.
    bool SaysAlternatively(TokenList tokens, int from, int to)
    {
        for (var at = Math.Max(0, from); at < Math.Min(tokens.Count - 1, to); at++)
            if (alternatively.Has(tokens.Word(at)) && !conditions.Has(tokens.Word(at + 1))) return true;
        return false;
    }

    static bool Any(WordSet words, TokenList tokens, int from, int to)
    {
        for (var at = Math.Max(0, from); at < Math.Min(tokens.Count, to); at++)
            if (words.Has(tokens.Word(at))) return true;
        return false;
    }

    /// <summary>The two as one choice.</summary>
    public static TokenMatch Or(TokenMatch a, TokenMatch b)
    {
        var terms = Terms(a.Expression).Concat(Terms(b.Expression)).Distinct(StringComparer.Ordinal);
        return a with { Expression = string.Join(" OR ", terms), Last = Math.Max(a.Last, b.Last), Score = Math.Min(a.Score, b.Score) };
    }

    /// <summary>The terms of a choice, or the expression itself.</summary>
    public static IEnumerable<string> Terms(string expression) =>
        expression.Contains(" AND ", StringComparison.Ordinal) ? [$"({expression})"] : expression.Split(" OR ");
}
