using System.Collections.Immutable;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Advisories;

/// <summary>Where advisories are looked up; in memory or in a store.</summary>
public interface IAdvisorySource
{
    /// <summary>
    /// All advisories that name one of the packages, withdrawn ones included, in one look-up for the whole batch. A package
    /// without advisories is missing from the answer. Of an advisory only what matching asks need be there: not its details, dates,
    /// references and weaknesses.
    /// </summary>
    Task<IReadOnlyDictionary<PackageKey, ImmutableArray<Advisory>>> Find(IReadOnlyCollection<PackageKey> packages, CancellationToken ct);

    /// <summary>
    /// What is known per ecosystem (by OSV's name, without release). An ecosystem missing here has no data: a package of it
    /// that nothing was found for is not clean but unknown.
    /// </summary>
    Task<IReadOnlyDictionary<string, AdvisoryAge>> Ages(CancellationToken ct);
}

/// <summary>How much is known of an ecosystem, and how old it is.</summary>
/// <param name="Advisories">How many advisories name a package of the ecosystem.</param>
/// <param name="NewestModified">When the newest of them was last changed by its publisher.</param>
/// <param name="LoadedAt">When they were last loaded here.</param>
public sealed record AdvisoryAge(long Advisories, DateTimeOffset NewestModified, DateTimeOffset LoadedAt);
