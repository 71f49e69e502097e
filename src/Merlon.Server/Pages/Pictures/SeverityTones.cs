using System.Collections.Immutable;
using Merlon.Core.Overviews;

namespace Merlon.Server.Pages.Pictures;

/// <summary>Severities as pictures show them, worst first.</summary>
static class SeverityTones
{
    /// <summary>The four bands as shares.</summary>
    public static ImmutableArray<Slice> Slices(SeverityCounts counts) =>
        [new("critical", counts.Critical, "critical"), new("high", counts.High, "high"), new("medium", counts.Medium, "medium"), new("low", counts.Low, "low")];
}
