using System.Collections.Immutable;
using Merlon.Packages.Purls;
using Merlon.Packages.Versions;

namespace Merlon.Packages.Advisories;

/// <summary>An advisory that hits a package, with those of its entries that do.</summary>
sealed record AdvisoryHit(Advisory Advisory, ImmutableArray<AffectedPackage> Entries, string? FixedIn)
{
    /// <summary>Null when no entry for the package and its release affects the version.</summary>
    public static AdvisoryHit? Of(Advisory advisory, PackageKey key, Ecosystem ecosystem, string version)
    {
        ImmutableArray<AffectedPackage> entries = [];
        foreach (var entry in advisory.Affected)
            if (entry.Key == key && ecosystem.IsCoveredBy(Ecosystem.Parse(entry.Ecosystem)) && entry.Affects(version)) entries = entries.Add(entry);
        return entries.IsEmpty ? null : new(advisory, entries, entries is [var only] ? only.FixFor(version) : Fix(entries, version));
    }

    /// <summary>The smallest fix that no other entry still affects.</summary>
    static string? Fix(ImmutableArray<AffectedPackage> entries, string version) =>
        entries.Select(entry => entry.FixFor(version))
            .OfType<string>()
            .Order(VersionOrder.For(entries[0].Ecosystem))
            .FirstOrDefault(fix => !entries.Any(entry => entry.Affects(fix)));
}
