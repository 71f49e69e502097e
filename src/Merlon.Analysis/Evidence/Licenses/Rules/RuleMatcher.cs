using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Rules;

/// <summary>A rule's phrase at words [First, Last].</summary>
internal readonly record struct RuleMatch(Rule Rule, int First, int Last);

/// <summary>Asks every rule at every word: sequences are found by their first two words, gaps are bounded, so the effort is linear.</summary>
internal sealed class RuleMatcher
{
    readonly Dictionary<long, List<Sequence>> byStart = [];
    readonly Vocabulary vocabulary;
    bool[] starts = new bool[1024];

    public RuleMatcher(ImmutableArray<(Rule Rule, ImmutableArray<string> Phrases)> rules, Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        foreach (var (rule, phrases) in rules)
            foreach (var way in phrases.SelectMany(p => Phrase.Expand(p))) Add(rule, way);
    }

    public List<RuleMatch> Find(ReadOnlySpan<int> words)
    {
        var found = new List<RuleMatch>();
        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (words[at] >= starts.Length || !starts[words[at]] || !byStart.TryGetValue(Key(words[at], words[at + 1]), out var sequences)) continue;
            foreach (var sequence in sequences)
                if (End(sequence.Steps, 0, words, at) is >= 0 and var end) found.Add(new(sequence.Rule, at, end - 1));
        }
        return found;
    }

    // The word behind the match of steps[step..] at a word, or -1.
    static int End(int[] steps, int step, ReadOnlySpan<int> words, int at)
    {
        for (; step < steps.Length; step++, at++)
        {
            if (steps[step] < 0)
            {
                for (var skip = 0; skip <= -steps[step]; skip++)
                    if (End(steps, step + 1, words, at + skip) is >= 0 and var end) return end;
                return -1;
            }
            if (at >= words.Length || words[at] != steps[step]) return -1;
        }
        return at;
    }

    void Add(Rule rule, ImmutableArray<string> way)
    {
        var steps = way.SelectMany(Steps).ToArray();
        if (steps.Length < 2 || steps[0] < 0 || steps[1] < 0) throw new FormatException($"A phrase must start with two words: \"{string.Join(' ', way)}\".");
        if (starts.Length <= steps[0]) Array.Resize(ref starts, (steps[0] + 1) * 2);
        starts[steps[0]] = true;
        var key = Key(steps[0], steps[1]);
        if (!byStart.TryGetValue(key, out var sequences)) byStart.Add(key, sequences = []);
        sequences.Add(new(rule, steps));
    }

    IEnumerable<int> Steps(string part)
    {
        if (part[0] == '~') return [-int.Parse(part.AsSpan(1), CultureInfo.InvariantCulture)];
        var tokens = new TokenList();
        new Tokenizer(vocabulary).Read(Encoding.UTF8.GetBytes(part), tokens, learn: true);
        return tokens.Words.ToArray();
    }

    static long Key(int first, int second) => ((long)first << 32) | (uint)second;

    sealed record Sequence(Rule Rule, int[] Steps);
}
