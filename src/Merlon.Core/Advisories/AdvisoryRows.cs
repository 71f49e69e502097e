using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Advisories;

/// <summary>A package that an advisory names, folded as its ecosystem compares names: what matching looks up.</summary>
public sealed class AdvisoryPackage
{
    public required string Ecosystem { get; init; }
    public required string Name { get; init; }
    public required long AdvisoryKey { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AdvisoryPackage>
    {
        public void Configure(EntityTypeBuilder<AdvisoryPackage> entity)
        {
            entity.ToTable("advisory_packages").HasKey(p => new { p.Ecosystem, p.Name, p.AdvisoryKey });
            entity.HasIndex(p => p.AdvisoryKey);
        }
    }
}

/// <summary>Another id of an advisory's vulnerability.</summary>
public sealed class AdvisoryAlias
{
    public required string Alias { get; init; }
    public required long AdvisoryKey { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AdvisoryAlias>
    {
        public void Configure(EntityTypeBuilder<AdvisoryAlias> entity)
        {
            entity.ToTable("advisory_aliases").HasKey(a => new { a.Alias, a.AdvisoryKey });
            entity.HasIndex(a => a.AdvisoryKey);
        }
    }
}

/// <summary>How much is known of an ecosystem, and how old it is. An ecosystem without a row has no data.</summary>
public sealed class AdvisoryEcosystem
{
    public required string Name { get; init; }
    public required long Advisories { get; set; }

    /// <summary>When its newest advisory was last changed by its publisher.</summary>
    public required DateTimeOffset NewestModified { get; set; }

    /// <summary>When an import last brought it.</summary>
    public required DateTimeOffset LoadedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AdvisoryEcosystem>
    {
        public void Configure(EntityTypeBuilder<AdvisoryEcosystem> entity) => entity.ToTable("advisory_ecosystems").HasKey(e => e.Name);
    }
}

/// <summary>How likely a CVE is to be exploited soon, by EPSS.</summary>
public sealed class ExploitPrediction
{
    public required string Cve { get; init; }

    /// <summary>0 to 1, within 30 days.</summary>
    public required double Probability { get; init; }
    public required double Percentile { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ExploitPrediction>
    {
        public void Configure(EntityTypeBuilder<ExploitPrediction> entity) => entity.ToTable("exploit_predictions").HasKey(e => e.Cve);
    }
}

/// <summary>A CVE that is known to be exploited, by CISA's catalogue.</summary>
public sealed class KnownExploit
{
    public required string Cve { get; init; }
    public DateTimeOffset? Added { get; init; }
    public DateTimeOffset? Due { get; init; }
    public required bool Ransomware { get; init; }
    public string? Action { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KnownExploit>
    {
        public void Configure(EntityTypeBuilder<KnownExploit> entity) => entity.ToTable("known_exploits").HasKey(e => e.Cve);
    }
}

/// <summary>What the last scheduled download of an address came to.</summary>
public sealed class AdvisoryDownload
{
    public required string Address { get; init; }

    /// <summary>The server's name for the content that was imported; the next download asks only for another.</summary>
    public string? Tag { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>Why it did not work; null when it did.</summary>
    public string? Problem { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AdvisoryDownload>
    {
        public void Configure(EntityTypeBuilder<AdvisoryDownload> entity) => entity.ToTable("advisory_downloads").HasKey(d => d.Address);
    }
}
