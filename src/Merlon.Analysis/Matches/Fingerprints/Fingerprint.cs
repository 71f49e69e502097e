namespace Merlon.Analysis.Matches.Fingerprints;

/// <summary>One sampled stretch of text.</summary>
/// <param name="Hash">The published WFP hash: CRC32C of the least CRC32C among a window's grams.</param>
/// <param name="Line">The 1-based line on which the window that it was sampled from ends.</param>
public readonly record struct Fingerprint(uint Hash, int Line);
