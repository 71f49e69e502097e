using System.Collections.Immutable;
using Merlon.Core.Scans;

namespace Merlon.Core.Overviews;

/// <summary>How old what was known of each ecosystem was when it was last judged by, and of which nothing was known at all.</summary>
/// <param name="Packages">How many packages there were to judge.</param>
public sealed record AdvisoryAges(ImmutableSortedDictionary<string, DateTimeOffset> AsOf, ImmutableSortedSet<string> Missing, int Packages)
{
    /// <summary>True when packages were found and for none of them there was anything to judge by.</summary>
    public bool NothingKnown => AsOf.IsEmpty && (Packages > 0 || !Missing.IsEmpty);

    /// <summary>The oldest of all; null when there is none.</summary>
    public DateTimeOffset? Oldest => AsOf.IsEmpty ? null : AsOf.Values.Min();

    /// <summary>Those of several scans together: the oldest of each ecosystem counts.</summary>
    public static AdvisoryAges Of(IEnumerable<ScanCounts> counts)
    {
        var (ages, missing, packages) = (new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal), ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal), 0);
        foreach (var count in counts)
        {
            foreach (var (ecosystem, at) in count.AdvisoriesAsOf)
                ages[ecosystem] = ages.TryGetValue(ecosystem, out var other) && other < at ? other : at;
            missing.UnionWith(count.WithoutAdvisories);
            packages += count.Packages;
        }
        return new(ages.ToImmutableSortedDictionary(StringComparer.Ordinal), missing.ToImmutable(), packages);
    }
}
