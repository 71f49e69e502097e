using System.Collections.Immutable;

namespace Merlon.Core.Overviews;

/// <summary>A stretch of the list of applications, by name.</summary>
/// <param name="Filter">What their names hold; empty for all.</param>
/// <param name="Next">The folded name that the next stretch begins after; null after the last.</param>
public sealed record ApplicationStretch(string Filter, ImmutableArray<ApplicationHead> Applications, string? Next);
