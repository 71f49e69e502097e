using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// The parts of a file in which licence texts may stand, so far from one another that none says anything of another: each is compared, and
/// remembered, by itself. Reused from file to file.
/// </summary>
internal sealed class Islands(ImmutableArray<LicenseText> texts)
{
    // An alignment may reach beyond its hits on both sides.
    const int LeastBetween = 2 * Aligner.Reach;

    readonly CandidateFinder finder = new(texts);
    readonly List<DenseHits> dense = [];

    /// <summary>The islands of a file's hits, in file order, as ranges of <see cref="Candidates"/>'s.</summary>
    public List<Island> Of(TextHits hits)
    {
        dense.Clear();
        foreach (var text in hits.Touched) finder.FindDense(text, hits.Of(text), dense);
        dense.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Text != b.Text ? a.Text.CompareTo(b.Text) : a.From.CompareTo(b.From));
        var islands = new List<Island>();
        for (int from = 0, to; from < dense.Count; from = to)
        {
            var behind = dense[from].Behind;
            for (to = from + 1; to < dense.Count && dense[to].First < behind + LeastBetween; to++) behind = Math.Max(behind, dense[to].Behind);
            islands.Add(new(from, to, dense[from].First, behind));
        }
        return islands;
    }

    /// <summary>Adds the candidates of an island.</summary>
    public void Candidates(Island island, TextHits hits, List<Candidate> into)
    {
        dense.Sort(island.From, island.To - island.From, ByText.Order);
        for (int from = island.From, to; from < island.To; from = to)
        {
            var text = dense[from].Text;
            for (to = from + 1; to < island.To && dense[to].Text == text;) to++;
            finder.Find(text, hits.Of(text), dense[from].From, dense[to - 1].To, into);
        }
    }

    sealed class ByText : IComparer<DenseHits>
    {
        public static readonly ByText Order = new();

        public int Compare(DenseHits a, DenseHits b) => a.Text != b.Text ? a.Text.CompareTo(b.Text) : a.From.CompareTo(b.From);
    }
}

/// <summary>Words [First, Behind) of a file, and which of its dense hits stand there.</summary>
internal readonly record struct Island(int From, int To, int First, int Behind);
