namespace Merlon.Analysis.Evidence.SearchTerms;

/// <summary>A term that a user looks for: words as they stand, in any case of letters, or a regular expression.</summary>
/// <param name="Text">The words, or the pattern (.NET syntax without look-around, back references and atomic groups).</param>
/// <param name="IsPattern">Whether it is a pattern.</param>
public sealed record SearchTerm(string Text, bool IsPattern = false);
