using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Licenses.Rules;

/// <summary>
/// A phrase of a rule: words, <c>(this|that)</c> alternatives, <c>[optional]</c> words and <c>~N</c> gaps of up to N words.
/// Written out, it is a set of plain sequences of words and gaps.
/// </summary>
internal static class Phrase
{
    const int MostSequences = 4096;

    /// <summary>Every way to read <paramref name="phrase"/>; a gap stays as "~N".</summary>
    public static ImmutableArray<ImmutableArray<string>> Expand(string phrase)
    {
        var at = 0;
        var sequences = Sequence(phrase, ref at);
        if (at < phrase.Length) throw new FormatException($"A bracket too many at {at} in \"{phrase}\".");
        return [.. sequences];
    }

    static List<ImmutableArray<string>> Sequence(string phrase, ref int at)
    {
        List<ImmutableArray<string>> ways = [[]];
        while (at < phrase.Length && phrase[at] is not (')' or ']' or '|'))
        {
            if (phrase[at] == ' ') { at++; continue; }
            var next = phrase[at] switch
            {
                '(' => Choice(phrase, ref at, ')'),
                '[' => [[], .. Choice(phrase, ref at, ']')],
                _ => [[Word(phrase, ref at)]],
            };
            ways = [.. ways.SelectMany(w => next.Select(n => w.AddRange(n)))];
            if (ways.Count > MostSequences) throw new FormatException($"Too many readings: \"{phrase}\".");
        }
        return ways;
    }

    static List<ImmutableArray<string>> Choice(string phrase, ref int at, char close)
    {
        var ways = new List<ImmutableArray<string>>();
        do
        {
            at++;
            ways.AddRange(Sequence(phrase, ref at));
        }
        while (at < phrase.Length && phrase[at] == '|');
        if (at >= phrase.Length || phrase[at] != close) throw new FormatException($"Missing {close} in \"{phrase}\".");
        at++;
        return ways;
    }

    static string Word(string phrase, ref int at)
    {
        var start = at;
        while (at < phrase.Length && phrase[at] is not (' ' or '(' or ')' or '[' or ']' or '|')) at++;
        return phrase[start..at];
    }
}
