using System.Collections.Immutable;
using Merlon.Nodes.Collection.Files;

namespace Merlon.Nodes;

/// <summary>What to look at, and how much of it. The defaults suit a server.</summary>
public sealed record NodeScanOptions
{
    /// <summary>Sections to collect (<c>scan_sections</c>); null means all.</summary>
    public ImmutableHashSet<string>? Sections { get; init; }

    /// <summary>Which files to look at (<c>scan_directory_options</c>).</summary>
    public ImmutableArray<FileRule> Files { get; init; } = FileRule.Defaults;

    /// <summary>Which listening ports to note (<c>scan_ports</c>).</summary>
    public PortRanges Ports { get; init; } = PortRanges.All;

    /// <summary>Options that were asked for and that no collector serves yet; the report names them.</summary>
    public ImmutableArray<string> NotSupported { get; init; } = [];

    /// <summary>A section that takes longer ends incomplete.</summary>
    public TimeSpan SectionTimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A section with more items ends incomplete.</summary>
    public int SectionItemLimit { get; init; } = 500_000;

    /// <summary>Files larger than this get no checksum, which their item says.</summary>
    public long ChecksumLimit { get; init; } = 256L * 1024 * 1024;
}
