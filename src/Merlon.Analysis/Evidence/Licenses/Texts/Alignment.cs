namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>How well a stretch of the file is a licence text.</summary>
/// <param name="Text">The text's number.</param>
/// <param name="First">The first word of the file that belongs to it.</param>
/// <param name="Last">The last.</param>
/// <param name="Matched">Required words of the text that stand in the file, in order.</param>
/// <param name="Missing">Required words that do not.</param>
/// <param name="Common">The text is the plain form of its kind.</param>
/// <param name="Extra">Words of the file in between that are not the text's.</param>
internal readonly record struct Alignment(int Text, int First, int Last, int Matched, int Missing, int Extra, bool Common)
{
    /// <summary>Longer stretches inside that are not the text's: something else may stand there.</summary>
    public IReadOnlyList<(int First, int Last)> Holes { get; init; } = [];

    /// <summary>1 for the text word by word, less with every difference.</summary>
    public double Score => Matched / (double)Math.Max(1, Matched + Missing + Extra);

    /// <summary>What the text explains less what it does not; larger is better, longer is better.</summary>
    public double Value => Matched - Missing - (0.9 * Extra) + (Common ? 3 + Math.Min(12, Matched * 0.05) : 0);

    /// <summary>The same so many words further on.</summary>
    public Alignment Moved(int words) => this with { First = First + words, Last = Last + words, Holes = [.. Holes.Select(h => (h.First + words, h.Last + words))] };
}
