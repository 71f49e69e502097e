namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// A licence text as word numbers. Free words may be missing or differ: titles, copyright lines, placeholders, appendices.
/// </summary>
/// <param name="Id">The SPDX id.</param>
/// <param name="Words">The words in order.</param>
/// <param name="Free">Which of them are free.</param>
/// <param name="Required">How many are not.</param>
/// <param name="Common">The plain form of its kind: near-ties go to it.</param>
internal sealed record LicenseText(string Id, int[] Words, bool[] Free, int Required, bool Common)
{
    /// <summary>Which words start a gram that is wholly required: the others prove nothing.</summary>
    public bool[] Grams { get; } = GramsOf(Free);

    /// <summary>How many there are.</summary>
    public int GramCount { get; } = Math.Max(1, GramsOf(Free).Count(g => g));

    static bool[] GramsOf(bool[] free)
    {
        var grams = new bool[free.Length];
        for (var at = 0; at + GramIndex.Length <= free.Length; at++) grams[at] = !free.AsSpan(at, GramIndex.Length).Contains(true);
        return grams;
    }
}
