using System.Collections.Immutable;

namespace Merlon.Core.Overviews;

/// <summary>What a person sees first.</summary>
/// <param name="ApplicationCount">How many applications they may see.</param>
/// <param name="ScannedCount">How many of them have been scanned.</param>
/// <param name="Applications">The first of them, most exposed first.</param>
/// <param name="Scans">The last scans.</param>
/// <param name="Events">What happened last; empty for who may not read events.</param>
/// <param name="Advisories">What the shown applications were judged by.</param>
public sealed record HomeView(
    int ApplicationCount, int ScannedCount, ImmutableArray<ApplicationLine> Applications, ImmutableArray<ScanLine> Scans, ImmutableArray<EventLine> Events, AdvisoryAges Advisories);
