using Merlon.Core.Blobs;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Merlon.Nodes.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Snapshots;

/// <summary>One look at a node. It has a snapshot if and only if its status is success; what was seen never changes afterwards.</summary>
public sealed class NodeScan : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required long NodeKey { get; init; }
    public long? JobKey { get; set; }
    public long? TaskKey { get; set; }

    /// <summary>What the person who asked for it called it.</summary>
    public string? Label { get; init; }
    public required NodeScanStatus Status { get; set; }

    /// <summary>Its steps, as task reports show them: a JSON list of one-key objects.</summary>
    public string? Report { get; set; }

    /// <summary>Why it did not succeed, for a person to read.</summary>
    public string? Message { get; set; }

    /// <summary>What it was asked to look at: JSON.</summary>
    public required string ScanOptions { get; init; }
    public BlobId? Snapshot { get; set; }

    /// <summary>Configuration items in the snapshot.</summary>
    public long Items { get; set; }

    /// <summary>The scan that it was compared with; null for the first one.</summary>
    public long? PreviousKey { get; set; }
    public long Added { get; set; }
    public long Removed { get; set; }
    public long Modified { get; set; }

    /// <summary>Installed packages with a purl, and how many of them advisories hit.</summary>
    public long Packages { get; set; }
    public long VulnerablePackages { get; set; }

    /// <summary>Packages by the worst advisory that hits each, and those that cannot be judged; see <see cref="NodePackageTally"/>.</summary>
    public int Critical { get; set; }
    public int High { get; set; }
    public int Medium { get; set; }
    public int Low { get; set; }
    public int Unjudged { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The differences to the previous scan, counted.</summary>
    public DiffSummary Changes => new(Added, Removed, Modified);

    /// <summary>How its packages stand.</summary>
    public NodePackageTally Tally
    {
        get => new((int)Packages, Critical, High, Medium, Low, Unjudged);
        internal set => (Packages, VulnerablePackages, Critical, High, Medium, Low, Unjudged) = (value.All, value.Vulnerable, value.Critical, value.High, value.Medium, value.Low, value.Unjudged);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<NodeScan>
    {
        public void Configure(EntityTypeBuilder<NodeScan> entity)
        {
            entity.ToTable("node_scans").HasKey(s => new { s.TenantKey, s.Key });
            entity.HasIndex(s => new { s.TenantKey, s.NodeKey, s.Key });
            entity.HasIndex(s => s.Snapshot);
            entity.HasIndex(s => new { s.Status, s.UpdatedAt });
            entity.Property(s => s.Status).HasConversion<int>();
            entity.Ignore(s => s.Changes);
            entity.Ignore(s => s.Tally);
        }
    }
}

/// <summary>A scan and its node.</summary>
public sealed record ScanOfNode(NodeScan Scan, Node Node);
