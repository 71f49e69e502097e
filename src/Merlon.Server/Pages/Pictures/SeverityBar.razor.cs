using System.Globalization;
using Merlon.Core.Overviews;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Pictures;

/// <summary>How many findings of each severity, as one bar with its numbers. Its length is in proportion to the longest of the table.</summary>
public partial class SeverityBar
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public SeverityCounts Counts { get; set; }

    /// <summary>The total of the longest bar beside it; its own makes it fill the width.</summary>
    [Parameter]
    public int Longest { get; set; }

    private string Words => string.Join(", ", SeverityTones.Slices(Counts).Where(s => s.Value > 0).Select(s => $"{Amount.Of(s.Value)} {s.Name}"));

    private IEnumerable<(Slice Slice, double From, double Width)> Parts()
    {
        // A short bar still has to be seen.
        var whole = Math.Max(12, 100.0 * Counts.Total / Math.Max(Longest, Counts.Total));
        var from = 0.0;
        foreach (var slice in SeverityTones.Slices(Counts).Where(s => s.Value > 0))
        {
            var width = whole * slice.Value / Counts.Total;
            yield return (slice, from, width);
            from += width;
        }
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
