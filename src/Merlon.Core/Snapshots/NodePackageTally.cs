using Merlon.Packages.Advisories;

namespace Merlon.Core.Snapshots;

/// <summary>How the packages of a node stand, each counted once: by the worst advisory that hits it, as one that cannot be judged, or as neither.</summary>
/// <param name="Low">Includes those that are hit by advisories that nobody rated.</param>
/// <param name="Unjudged">Not hit, because there was nothing to judge by: no advisories for the ecosystem, or no version.</param>
public readonly record struct NodePackageTally(int All, int Critical, int High, int Medium, int Low, int Unjudged)
{
    /// <summary>Those that an advisory hits.</summary>
    public int Vulnerable => Critical + High + Medium + Low;

    /// <summary>With one more.</summary>
    public NodePackageTally With(PackageVerdict verdict)
    {
        var tally = this with { All = All + 1 };
        if (verdict.Matches.IsEmpty) return verdict.State == PackageState.Checked ? tally : tally with { Unjudged = Unjudged + 1 };
        return verdict.Matches.Max(match => match.Severity) switch
        {
            Severity.Critical => tally with { Critical = Critical + 1 },
            Severity.High => tally with { High = High + 1 },
            Severity.Medium => tally with { Medium = Medium + 1 },
            _ => tally with { Low = Low + 1 },
        };
    }
}
