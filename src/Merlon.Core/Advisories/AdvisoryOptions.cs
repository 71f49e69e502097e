using System.Collections.Immutable;

namespace Merlon.Core.Advisories;

/// <summary>Where advisories are downloaded from by the clock. Nothing is, until an address is given.</summary>
public sealed record AdvisoryOptions
{
    private static readonly ImmutableArray<string> Usual = ["npm", "PyPI", "Maven", "NuGet", "Go", "crates.io", "RubyGems", "Packagist"];

    /// <summary>Below which <c>ECOSYSTEM/all.zip</c> lies for each ecosystem; null switches OSV's downloads off.</summary>
    public Uri? Osv { get; init; }

    /// <summary>The ecosystems to download, by OSV's names.</summary>
    public ImmutableArray<string> Ecosystems { get; init; } = Usual;

    /// <summary>EPSS's CSV; null for none.</summary>
    public Uri? Epss { get; init; }

    /// <summary>CISA's catalogue; null for none.</summary>
    public Uri? Kev { get; init; }

    /// <summary>When, as a Quartz cron expression in UTC.</summary>
    public string Cron { get; init; } = "0 17 2 * * ?";

    /// <summary>The largest file that is downloaded, in bytes.</summary>
    public long LargestFile { get; init; } = 8L << 30;

    /// <summary>Whether there is anything to download.</summary>
    public bool IsOn => Osv is not null || Epss is not null || Kev is not null;
}
