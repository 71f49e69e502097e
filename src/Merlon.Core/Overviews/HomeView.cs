using System.Collections.Immutable;

namespace Merlon.Core.Overviews;

/// <summary>What a person sees first.</summary>
/// <param name="Open">All open findings that they may list; null for who may list none.</param>
/// <param name="ApplicationCount">How many applications they may see.</param>
/// <param name="ScannedCount">How many of them have been scanned.</param>
/// <param name="Applications">The first of them, most exposed first.</param>
/// <param name="Scans">The last scans.</param>
/// <param name="NodeCount">How many machines they may see.</param>
/// <param name="Nodes">The first of them, most exposed first.</param>
/// <param name="Events">What happened last; empty for who may not read events.</param>
public sealed record HomeView(
    SeverityCounts? Open, int ApplicationCount, int ScannedCount, ImmutableArray<ApplicationHead> Applications, ImmutableArray<ScanLine> Scans, int NodeCount, ImmutableArray<NodeHead> Nodes, ImmutableArray<EventLine> Events)
{
    /// <summary>What the shown applications were judged by.</summary>
    public AdvisoryAges Advisories => AdvisoryAges.Of(Applications.Where(head => head.Current is not null).Select(head => head.Current!.Counts));
}
