using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// Aligns a stretch of the file with a licence text: the longest chain of shared grams in the order of both, gaps filled word by
/// word, then the best part of it (as in local sequence alignment).
/// </summary>
internal sealed class Aligner(ImmutableArray<LicenseText> texts)
{
    /// <summary>Inserted words that a placeholder (a name, a place) may stand for.</summary>
    const int PlaceholderWords = 16;

    /// <summary>Inserted words that may be a statement of their own.</summary>
    const int LeastHole = 10;

    /// <summary>So many words before the first and behind the last shared gram are looked at too.</summary>
    public const int Reach = 12;

    readonly GramChain chain = new();
    readonly GapFiller filler = new();
    readonly List<Hit> pairs = [];

    /// <summary>False when the stretch has fewer words than an alignment of the score needs.</summary>
    public bool CanBe(Candidate candidate, double leastScore) =>
        candidate.LastWord - candidate.FirstWord + 1 + (2 * Reach) >= leastScore * texts[candidate.Text].Required;

    /// <summary>Null when no alignment of the score is possible, which mostly shows before the gaps are filled.</summary>
    public Alignment? Align(Candidate candidate, List<Hit> hits, ReadOnlySpan<int> words, double leastScore)
    {
        var text = texts[candidate.Text];
        var anchors = chain.Longest(hits, candidate.From, candidate.To);
        if (MostMatched(anchors) < leastScore * text.Required) return null;
        pairs.Clear();
        var (file, at) = (-1, -1);
        foreach (var anchor in anchors)
        {
            if (file >= 0) filler.Fill(words, text.Words, file + 1, anchor.File, at + 1, anchor.Text, pairs);
            for (var k = 0; k < GramIndex.Length; k++)
            {
                if (anchor.File + k <= file || anchor.Text + k <= at) continue;
                (file, at) = (anchor.File + k, anchor.Text + k);
                pairs.Add(new(file, at));
            }
        }
        if (pairs.Count == 0) return null;
        Extend(words, text);
        return Measure(candidate.Text, text);
    }

    // Every gap filled as far as it goes, and every word in reach matched.
    static int MostMatched(List<Hit> anchors)
    {
        var most = GramIndex.Length + (2 * Reach);
        for (var a = 1; a < anchors.Count; a++) most += Math.Min(anchors[a].File - anchors[a - 1].File, anchors[a].Text - anchors[a - 1].Text);
        return most;
    }

    // Words before the first and behind the last shared gram.
    void Extend(ReadOnlySpan<int> words, LicenseText text)
    {
        var (first, last) = (pairs[0], pairs[^1]);
        filler.Fill(words, text.Words, last.File + 1, Math.Min(words.Length, last.File + Reach), last.Text + 1, Math.Min(text.Words.Length, last.Text + Reach), pairs);
        var before = new List<Hit>();
        filler.Fill(words, text.Words, Math.Max(0, first.File - Reach + 1), first.File, Math.Max(0, first.Text - Reach + 1), first.Text, before);
        pairs.InsertRange(0, before);
    }

    Alignment Measure(int number, LicenseText text)
    {
        var (from, to) = BestPart(text);
        var (matched, extra) = (0, 0);
        for (var p = from; p <= to; p++)
        {
            if (!text.Free[pairs[p].Text]) matched++;
            if (p > from) extra += Extra(text, pairs[p - 1], pairs[p]);
        }
        var holes = new List<(int, int)>();
        for (var p = from + 1; p <= to; p++)
            if (pairs[p].File - pairs[p - 1].File > LeastHole) holes.Add((pairs[p - 1].File + 1, pairs[p].File - 1));
        return new Alignment(number, pairs[from].File, pairs[to].File, matched, text.Required - matched, extra, text.Common) { Holes = holes };
    }

    // Kadane's maximum subarray over the pairs: one for each, minus what stands between.
    (int From, int To) BestPart(LicenseText text)
    {
        var (best, sum, start, from, to) = (0.0, 0.0, 0, 0, 0);
        for (var p = 0; p < pairs.Count; p++)
        {
            if (p > start) sum -= 0.5 * Extra(text, pairs[p - 1], pairs[p]);
            if (sum < 0) (sum, start) = (0, p);
            sum += text.Free[pairs[p].Text] ? 0.5 : 1;
            if (sum > best) (best, from, to) = (sum, start, p);
        }
        return (from, to);
    }

    static int Extra(LicenseText text, Hit before, Hit after)
    {
        var extra = after.File - before.File - 1;
        if (extra == 0) return 0;
        for (var at = before.Text + 1; at < after.Text; at++)
            if (text.Free[at]) return Math.Max(0, extra - PlaceholderWords);
        return extra;
    }
}
