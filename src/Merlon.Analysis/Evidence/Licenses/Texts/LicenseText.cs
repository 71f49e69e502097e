namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// A licence text as word numbers. Free words may be missing or differ: titles, copyright lines, placeholders, appendices.
/// </summary>
/// <param name="Id">The SPDX id.</param>
/// <param name="Words">The words in order.</param>
/// <param name="Free">Which of them are free.</param>
/// <param name="Required">How many are not.</param>
/// <param name="Common">The plain form of its kind: near-ties go to it.</param>
internal sealed record LicenseText(string Id, int[] Words, bool[] Free, int Required, bool Common);
