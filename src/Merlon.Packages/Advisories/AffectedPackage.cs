using System.Collections.Immutable;
using Merlon.Packages.Purls;
using Merlon.Packages.Versions;

namespace Merlon.Packages.Advisories;

/// <summary>One package that an advisory hits, and in which versions. Affected are the listed versions and those in any range.</summary>
public sealed record AffectedPackage
{
    /// <summary>As OSV writes it, with a release where the ecosystem has releases ("Debian:12"); empty for a git repository alone.</summary>
    public required string Ecosystem { get; init; }

    public required string Name { get; init; }

    public ImmutableArray<AffectedRange> Ranges { get; init; } = [];

    /// <summary>Versions named one by one.</summary>
    public ImmutableArray<string> Versions { get; init; } = [];

    /// <summary>More telling than the advisory's own, where the publisher gives them per package.</summary>
    public ImmutableArray<AdvisorySeverity> Severities { get; init; } = [];

    /// <summary>The ecosystem's or the database's own word for this package, where it gives one.</summary>
    public string? DatabaseSeverity { get; init; }

    public PackageKey Key => PackageKey.Of(Ecosystem, Name);

    /// <summary>Whether the version is affected, in the ecosystem's order.</summary>
    public bool Affects(string version)
    {
        var order = VersionOrder.For(Ecosystem);
        foreach (var range in Ranges)
            if (range.Affects(version, order)) return true;
        return IsListed(version, order);
    }

    /// <summary>The smallest version above <paramref name="version"/> that a range names as fixed and that is not affected again; null when none is known.</summary>
    public string? FixFor(string version)
    {
        var order = VersionOrder.For(Ecosystem);
        var fix = NextFix(version, order);
        while (fix is not null && Affects(fix)) fix = NextFix(fix, order);
        return fix;
    }

    string? NextFix(string version, VersionOrder order)
    {
        string? next = null;
        foreach (var range in Ranges)
        {
            if (range.Type == RangeType.Git) continue;
            foreach (var e in range.Events)
            {
                var isNearer = e.Kind == RangeEventKind.Fixed && order.Compare(e.Version, version) > 0 && (next is null || order.Compare(e.Version, next) < 0);
                if (isNearer) next = e.Version;
            }
        }
        return next;
    }

    /// <summary>Another spelling of a listed version counts only where no range says it better.</summary>
    bool IsListed(string version, VersionOrder order) =>
        Versions.Contains(version) ||
        (Ranges.All(range => range.Type == RangeType.Git) && Versions.Any(listed => order.Compare(listed, version) == 0));
}
