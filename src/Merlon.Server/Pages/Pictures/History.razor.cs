using System.Collections.Immutable;
using System.Globalization;
using Merlon.Core.Scans;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Pictures;

/// <summary>The findings of each scan as columns, oldest first; what was new in a scan stands out.</summary>
public partial class History
{
    private const double Tallest = 52;

    /// <summary>Complete scans, oldest first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<Scan> Scans { get; set; } = [];

    private string Words => $"Findings in the last {Amount.Of(Scans.Length, "scan")}, oldest first: {string.Join(", ", Scans.Select(scan => Amount.Of(scan.Counts.Findings)))}";

    private IEnumerable<(Scan Scan, int X, double Height, double Fresh)> Columns()
    {
        var most = Math.Max(1, Scans.Max(scan => scan.Counts.Findings));
        return Scans.Select((scan, i) => (scan, 12 * i, Tallest * scan.Counts.Findings / most, Tallest * Math.Min(scan.Counts.NewFindings, scan.Counts.Findings) / most));
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
