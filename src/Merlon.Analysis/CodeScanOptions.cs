using System.Collections.Immutable;

namespace Merlon.Analysis;

/// <summary>What every kind of scanner is told. What only one engine needs is given to that engine when it is made.</summary>
public sealed record CodeScanOptions
{
    public CodeScanKinds Kinds { get; init; } = CodeScanKinds.All;

    /// <summary>How many files are looked at side by side. The results and their order do not depend on it.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Paths, relative to the root and with '/', that are left out with all that is below them. <c>*</c> stands for
    /// any characters but '/', <c>**</c> for any; a pattern without '/' is held against every name on the way.</summary>
    public ImmutableArray<string> ExcludedPaths { get; init; } = [];

    /// <summary>A folder in which scanners keep what spares the next scan of the same tree work, or null. The results do not depend on it.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Which digests of files are wanted. Others are empty, unless a scanner or the cache needs them: all three take as long as
    /// looking for secrets does.</summary>
    public ScanDigests Digests { get; init; } = ScanDigests.All;

    public CodeScanLimits Limits { get; init; } = new();
}

/// <summary>The digests that a scan takes of each file.</summary>
public enum ScanDigests
{
    None,

    /// <summary>Those by which others name files; SHA-256 takes as long as the two together.</summary>
    Md5AndSha1,

    All,
}

/// <summary>The bounds that keep a scan's memory and output finite whatever the input is. Each cut is told by a <see cref="ScanNote"/>.</summary>
public sealed record CodeScanLimits
{
    /// <summary>Files beyond this count are not looked at.</summary>
    public int Files { get; init; } = 2_000_000;

    /// <summary>The size in bytes of the stretch of a file that scanners see at a time (see <see cref="ContentWindow"/>).</summary>
    public int WindowBytes { get; init; } = 4 << 20;

    /// <summary>Bytes of context that a window shares with each neighbour.</summary>
    public int WindowMargin { get; init; } = 64 << 10;

    /// <summary>Instructions that the dataflow engine interprets from one entry point, callees included; a cut names the function.</summary>
    public int DataflowSteps { get; init; } = 60_000;

    /// <summary>Evidence and findings kept of one file, per kind of record.</summary>
    public int ResultsPerFile { get; init; } = 10_000;

    /// <summary>Manifests and lock files larger than this are not read.</summary>
    public long ManifestBytes { get; init; } = 64L << 20;

    /// <summary>Packages kept of one scan.</summary>
    public int Packages { get; init; } = 1_000_000;
}
