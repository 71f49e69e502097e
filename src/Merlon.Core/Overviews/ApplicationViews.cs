using System.Collections.Immutable;
using Merlon.Core.Findings;
using Merlon.Core.Inventory;
using Merlon.Core.Scans;

namespace Merlon.Core.Overviews;

/// <summary>The scans of an application.</summary>
/// <param name="Scans">The last of all branches, whatever became of them, newest first.</param>
public sealed record ApplicationScans(ApplicationHead Head, ImmutableArray<Scan> Scans);

/// <summary>A stretch of the findings of an application's current scan.</summary>
/// <param name="Listing">Null before the first scan.</param>
/// <param name="Types">How many open findings there are of each type.</param>
public sealed record ApplicationFindings(ApplicationHead Head, FindingFilter Filter, FindingPaging Paging, FindingListing? Listing, ImmutableSortedDictionary<string, int> Types);

/// <summary>One finding with what people decided about it, last first.</summary>
public sealed record FindingDetails(ApplicationHead Head, FindingView Finding, IReadOnlyList<FindingDecision> Decisions);

/// <summary>The packages of an application.</summary>
/// <param name="Vulnerable">Those that an advisory hits, worst first.</param>
/// <param name="All">A stretch of all of them.</param>
/// <param name="Next">The number that the next stretch begins after; null after the last.</param>
public sealed record ApplicationPackages(ApplicationHead Head, ImmutableArray<InventoryItem> Vulnerable, ImmutableArray<InventoryItem> All, int? Next);
