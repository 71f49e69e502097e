using Merlon.Core.Scans;

namespace Merlon.Core.Overviews;

/// <summary>How the packages of scans stand: hit by an advisory, not to be judged, or neither.</summary>
public readonly record struct PackageCounts(int All, int Vulnerable, int Unknown)
{
    /// <summary>Those that advisories were there for and none hits.</summary>
    public int Clear => Math.Max(0, All - Vulnerable - Unknown);

    /// <summary>Those of one scan. Where there were no advisories at all, nothing that is not hit can be judged.</summary>
    public static PackageCounts Of(ScanCounts counts) =>
        new(counts.Packages, counts.VulnerablePackages, counts.AdvisoriesAsOf.IsEmpty ? counts.Packages - counts.VulnerablePackages : counts.UnknownPackages);

    public static PackageCounts operator +(PackageCounts a, PackageCounts b) => new(a.All + b.All, a.Vulnerable + b.Vulnerable, a.Unknown + b.Unknown);
}
