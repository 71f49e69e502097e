namespace Merlon.Analysis.Matches.Library;

/// <summary>A file of the reference library.</summary>
/// <param name="Origin">What it came with: the purl of a package, or the name of a folder or archive.</param>
/// <param name="Path">Relative to the root of that, with '/'.</param>
public sealed record LibraryFile(string Origin, string Path);
