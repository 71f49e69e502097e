using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>Finds whole licence texts, exact or edited, in a file. One per thread; the index behind it is shared.</summary>
internal sealed class TextMatcher(GramIndex index, ImmutableArray<LicenseText> texts)
{
    /// <summary>Below this score a text is no longer the licence.</summary>
    public const double LeastScore = 0.72;

    /// <summary>So many candidates of one stretch are aligned; families of near-identical texts are large.</summary>
    const int AlignedPerStretch = 12;

    const int MostCandidates = 600;

    // With a quarter of it the headers of a tree of 12,000 files were forgotten before they came again: half the speed.
    const int MostBytes = 16 << 20;

    readonly TextHits hits = new(index, texts);
    readonly Islands islands = new(texts);
    readonly Aligner aligner = new(texts);
    readonly List<Candidate> candidates = [];
    readonly List<Alignment> alignments = [];
    readonly Remembered<List<Alignment>> before = new(MostBytes);

    /// <summary>The best alignments that do not overlap, in no order.</summary>
    public List<Alignment> Find(TokenList tokens)
    {
        hits.Read(tokens.Words);
        var found = new List<Alignment>();
        foreach (var island in islands.Of(hits)) found.AddRange(On(island, tokens));
        return found;
    }

    List<Alignment> On(Island island, TokenList tokens)
    {
        // What is found follows from the words of the island, and those that an alignment may reach beyond it.
        var first = Math.Max(0, island.First - Aligner.Reach);
        var words = MemoryMarshal.AsBytes(tokens.Words[first..Math.Min(tokens.Count, island.Behind + Aligner.Reach)]);
        if (before.TryRecall(words, out var known)) return known.ConvertAll(a => a.Moved(first));
        var found = Read(island, tokens.Words);
        before.Keep(words, found.ConvertAll(a => a.Moved(-first)));
        return found;
    }

    List<Alignment> Read(Island island, ReadOnlySpan<int> words)
    {
        candidates.Clear();
        islands.Candidates(island, hits, candidates);
        candidates.Sort(static (a, b) => a.Promise != b.Promise ? b.Promise.CompareTo(a.Promise) : a.Text != b.Text ? a.Text.CompareTo(b.Text) : a.FirstWord.CompareTo(b.FirstWord));

        if (candidates.Count > MostCandidates) candidates.RemoveRange(MostCandidates, candidates.Count - MostCandidates);

        alignments.Clear();
        for (var c = 0; c < candidates.Count; c++)
        {
            if (!aligner.CanBe(candidates[c], LeastScore) || Rivals(c) >= AlignedPerStretch) continue;
            if (aligner.Align(candidates[c], hits.Of(candidates[c].Text), words, LeastScore) is { } found && found.Score >= LeastScore) alignments.Add(found);
        }
        return Best();
    }

    int Rivals(int candidate)
    {
        var (rivals, mine) = (0, candidates[candidate]);
        for (var c = 0; c < candidate && rivals < AlignedPerStretch; c++)
            if (Overlap(candidates[c].FirstWord, candidates[c].LastWord, mine.FirstWord, mine.LastWord) * 2 > mine.LastWord - mine.FirstWord) rivals++;
        return rivals;
    }

    List<Alignment> Best()
    {
        alignments.Sort(static (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Text != b.Text ? a.Text.CompareTo(b.Text) : a.First.CompareTo(b.First));
        var chosen = new List<Alignment>();
        foreach (var next in alignments)
            if (chosen.TrueForAll(c => Overlap(c.First, c.Last, next.First, next.Last) * 4 < next.Last - next.First + 1)) chosen.Add(next);
        return chosen;
    }

    static int Overlap(int firstA, int lastA, int firstB, int lastB) => Math.Max(0, Math.Min(lastA, lastB) - Math.Max(firstA, firstB) + 1);
}
