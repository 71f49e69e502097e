namespace Merlon.Analysis.Evidence;

/// <summary>What to look for, and how much effort a file may take.</summary>
/// <param name="MostBytes">Bytes of one file that are looked at; the rest is noted.</param>
/// <param name="WindowBytes">A longer file is read in windows of this size, cut at line ends.</param>
public sealed record EvidenceOptions(long MostBytes = 64L << 20, int WindowBytes = 4 << 20);
