using Merlon.Core.Applications;
using Merlon.Core.Scans;

namespace Merlon.Core.Overviews;

/// <summary>What stands on top of every page of an application.</summary>
/// <param name="Current">The scan that it shows; null before the first.</param>
/// <param name="Open">Its open findings; null for who may not see findings, and before the first scan.</param>
public sealed record ApplicationHead(Application Application, Scan? Current, SeverityCounts? Open)
{
    /// <summary>What its packages were judged by.</summary>
    public AdvisoryAges Advisories => AdvisoryAges.Of(Current is null ? [] : [Current.Counts]);
}
