using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// A stretch of the file, words [FirstWord, LastWord], that shares many grams with a text: hits [From, To) of that text's hits.
/// The promise, shared distinct grams minus those missing, says how good an alignment can be expected.
/// </summary>
internal readonly record struct Candidate(int Text, int From, int To, int FirstWord, int LastWord, int Promise);

/// <summary>Hits [From, To) of a text that stand close together, at words [First, Behind) of the file.</summary>
internal readonly record struct DenseHits(int Text, int From, int To, int First, int Behind);

/// <summary>Finds the stretches of a file that may hold a licence text, best promise first.</summary>
internal sealed class CandidateFinder(ImmutableArray<LicenseText> texts)
{
    const double LeastShare = 0.35;

    readonly ImmutableArray<(int Least, int Width)> bounds = [.. texts.Select(Bounds)];
    int[] seen = [];

    /// <summary>The most promising stretches of the text numbered <paramref name="text"/> in its hits [from, to); later ones do not overlap earlier ones.</summary>
    public void Find(int text, List<Hit> hits, int from, int to, List<Candidate> into)
    {
        var words = texts[text].Words.Length;
        if (seen.Length < words) seen = new int[words * 2];
        Search(text, hits, from, to, bounds[text].Least, into);
    }

    /// <summary>The stretches of hits of the text that a candidate of it can lie in, in file order: what shares a window stands in one of them.</summary>
    public void FindDense(int text, List<Hit> hits, List<DenseHits> into)
    {
        var all = CollectionsMarshal.AsSpan(hits);
        var (least, width) = bounds[text];
        var (from, to) = (-1, -1);
        for (var h = 0; h + least <= all.Length; h++)
        {
            if (all[h + least - 1].File - all[h].File > width) continue;
            // A single hit can be a candidate of the shortest texts: the next one may belong to it.
            var isWithin = least > 1 ? h < to : to == h && all[h].File - all[h - 1].File <= width;
            if (!isWithin)
            {
                Keep(all, from, to);
                from = h;
            }
            to = h + least;
        }
        Keep(all, from, to);

        void Keep(ReadOnlySpan<Hit> all, int from, int to)
        {
            if (from >= 0) into.Add(new(text, from, to, all[from].File, all[to - 1].File + GramIndex.Length));
        }
    }

    // The least hits of a candidate, and the words that it may have: somewhat more than the text.
    static (int Least, int Width) Bounds(LicenseText text) =>
        (Math.Max(1, (int)(text.GramCount * LeastShare)), text.Words.Length + (text.Words.Length / 3) + 40);

    void Search(int text, List<Hit> hits, int from, int to, int least, List<Candidate> into)
    {
        while (to - from >= least)
        {
            var (start, end, distinct) = Densest(text, hits, from, to);
            if (distinct < least) return;
            into.Add(new(text, start, end, hits[start].File, hits[end - 1].File + GramIndex.Length - 1, (2 * distinct) - texts[text].GramCount));
            Search(text, hits, from, start, least, into);
            from = end;
        }
    }

    // Distinct grams of the window that are wholly required.
    int Required(int text, List<Hit> hits, int from, int to)
    {
        Array.Clear(seen, 0, texts[text].Words.Length);
        var distinct = 0;
        for (var h = from; h < to; h++)
            if (seen[hits[h].Text]++ == 0 && texts[text].Grams[hits[h].Text]) distinct++;
        return distinct;
    }

    // Slides a window over the hits and keeps the one with most distinct grams.
    (int Start, int End, int Distinct) Densest(int text, List<Hit> hits, int from, int to)
    {
        var width = bounds[text].Width;
        Array.Clear(seen, 0, texts[text].Words.Length);
        var (best, bestSpan, bestFrom, bestTo, distinct, left) = (0, int.MaxValue, from, from, 0, from);
        for (var right = from; right < to; right++)
        {
            if (seen[hits[right].Text]++ == 0) distinct++;
            while (hits[right].File - hits[left].File > width)
                if (--seen[hits[left++].Text] == 0) distinct--;
            // A gram that stands again further right is not needed here: copies of a text stay apart.
            while (left < right && seen[hits[left].Text] > 1) seen[hits[left++].Text]--;
            var span = hits[right].File - hits[left].File;
            if (distinct > best || (distinct == best && span < bestSpan)) (best, bestSpan, bestFrom, bestTo) = (distinct, span, left, right + 1);
        }
        return (bestFrom, bestTo, Required(text, hits, bestFrom, bestTo));
    }
}
