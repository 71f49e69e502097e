using System.Collections.Immutable;
using Merlon.Packages.Versions;

namespace Merlon.Packages.Advisories;

/// <summary>How the versions of a range are ordered. Git ranges name commits, which no package's version can be compared with.</summary>
public enum RangeType { SemVer, Ecosystem, Git }

/// <summary>What happens at a version of a range. Fixed, Limit: from here on no more; LastAffected: after here no more.</summary>
public enum RangeEventKind { Introduced, Fixed, LastAffected, Limit }

/// <summary>One event of a range. "0" as introduced means: before every version.</summary>
public readonly record struct RangeEvent(RangeEventKind Kind, string Version);

/// <summary>A range of affected versions as a list of events, evaluated as the OSV schema's "Evaluation" section says.</summary>
public sealed record AffectedRange(RangeType Type, ImmutableArray<RangeEvent> Events)
{
    static readonly VersionOrder SemVer = VersionOrder.For("semver");

    /// <summary>Whether the version lies in the range; <paramref name="order"/> is the ecosystem's.</summary>
    public bool Affects(string version, VersionOrder order)
    {
        if (Type == RangeType.Git) return false;
        // An ecosystem without an order of its own may still declare a range semantic.
        var comparer = Type == RangeType.SemVer && order is NaturalOrder ? SemVer : order;
        return IsBeforeLimits(version, comparer) && IsAffectedAfterEvents(version, comparer);
    }

    bool IsBeforeLimits(string version, VersionOrder order)
    {
        var limited = false;
        foreach (var e in Events)
        {
            if (e.Kind != RangeEventKind.Limit) continue;
            if (e.Version == "*" || order.Compare(version, e.Version) < 0) return true;
            limited = true;
        }
        return !limited;
    }

    /// <summary>
    /// The last event at or before the version decides. Events of one version keep the order they were published in, so that
    /// a fix that is taken back at the same version, and an empty range, both read as written.
    /// </summary>
    bool IsAffectedAfterEvents(string version, VersionOrder order)
    {
        var affected = false;
        foreach (var e in Sorted(order))
        {
            var position = IsStart(e) ? 1 : order.Compare(version, e.Version);
            affected = e.Kind switch
            {
                RangeEventKind.Introduced when position >= 0 => true,
                RangeEventKind.Fixed when position >= 0 => false,
                RangeEventKind.LastAffected when position > 0 => false,
                _ => affected,
            };
        }
        return affected;
    }

    IEnumerable<RangeEvent> Sorted(VersionOrder order)
    {
        // Nearly all ranges are one pair, already in order.
        if (Events.Length <= 2 && (Events.Length < 2 || IsStart(Events[0]) || order.Compare(Events[0].Version, Events[1].Version) <= 0)) return Events;
        return Events.OrderBy(e => !IsStart(e)).ThenBy(e => IsStart(e) ? "" : e.Version, order);
    }

    static bool IsStart(RangeEvent e) => e is { Kind: RangeEventKind.Introduced, Version: "0" };
}
