using Merlon.Core.Identity;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Nodes.Transports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Nodes;

/// <summary>A machine, device, database or site that is looked at, and the way to it. Names need not be unique; deleting one keeps its row.</summary>
public sealed class Node : ITenantOwned, IPlaced
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string NameFolded { get; set; }

    /// <summary>One of <see cref="NodeCodes.Types"/>.</summary>
    public required string NodeType { get; set; }
    public NodeStatus Status { get; set; } = NodeStatus.Active;
    public required long EnvironmentKey { get; set; }

    /// <summary>What the system that knows the node calls it, as <c>i-0123</c>.</summary>
    public string? ExternalId { get; set; }
    public string? ExternalIdFolded { get; set; }
    public string ShortDescription { get; set; } = "";
    public string? Description { get; set; }
    public int? OperatingSystemFamilyId { get; set; }
    public int? OperatingSystemId { get; set; }
    public string? IpAddress { get; set; }
    public string? MacAddress { get; set; }
    public bool IsPublic { get; set; }

    /// <summary>Whether it answered when it was last looked at.</summary>
    public bool Online { get; set; }
    public MediumType? Medium { get; set; }
    public string? MediumHostName { get; set; }
    public int? MediumPort { get; set; }
    public string? MediumUserName { get; set; }

    /// <summary>What else the way to it needs: any JSON.</summary>
    public string MediumInfo { get; set; } = "{}";

    /// <summary>Encrypted; never leaves the server.</summary>
    public string? ProtectedMediumPassword { get; set; }

    /// <summary>Encrypted; never leaves the server.</summary>
    public string? ProtectedAlternatePassword { get; set; }
    public long? ConnectionManagerGroupKey { get; set; }

    /// <summary>What a scan looks at: the JSON that <see cref="Merlon.Nodes.NodeScanOptionsReader"/> reads.</summary>
    public string ScanOptions { get; set; } = "{}";

    /// <summary>The newest scan, whatever became of it.</summary>
    public long? LastScanKey { get; set; }
    public NodeScanStatus? LastScanStatus { get; set; }

    /// <summary>The newest scan that left a snapshot: what the next one is compared with.</summary>
    public long? LastSnapshotKey { get; set; }
    public long? CreatedBy { get; init; }
    public long? UpdatedBy { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }

    public Placement Placement => new(Environment: EnvironmentKey);

    internal sealed class Mapping : IEntityTypeConfiguration<Node>
    {
        public void Configure(EntityTypeBuilder<Node> entity)
        {
            entity.ToTable("nodes").HasKey(n => new { n.TenantKey, n.Key });
            entity.HasIndex(n => n.Id).IsUnique();
            entity.HasIndex(n => new { n.TenantKey, n.Status, n.LastScanStatus, n.Key });
            entity.HasIndex(n => new { n.TenantKey, n.EnvironmentKey, n.Key });
            entity.HasIndex(n => new { n.TenantKey, n.NameFolded });
            entity.HasIndex(n => new { n.TenantKey, n.ExternalIdFolded });
            entity.Property(n => n.Status).HasConversion<int>();
            entity.Property(n => n.Medium).HasConversion<int?>();
            entity.Property(n => n.LastScanStatus).HasConversion<int?>();
            entity.Ignore(n => n.Placement);
        }
    }
}
