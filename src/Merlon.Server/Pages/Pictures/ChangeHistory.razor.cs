using System.Collections.Immutable;
using System.Globalization;
using Merlon.Core.Snapshots;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Pictures;

/// <summary>What each scan of a machine saw change, as columns, oldest first: added, removed, modified on top of each other.</summary>
public partial class ChangeHistory
{
    private const double Tallest = 52;
    private const double Ground = 58;

    /// <summary>Scans that left a snapshot, oldest first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<NodeScan> Scans { get; set; } = [];

    private string Words => $"Changes in the last {Amount.Of(Scans.Length, "scan")}, oldest first: {string.Join(", ", Scans.Select(scan => Amount.Of(scan.Changes.Total)))}";

    private IEnumerable<(NodeScan Scan, int X, List<(string Tone, double Top, double Height)> Parts)> Columns()
    {
        var most = Math.Max(1, Scans.Max(scan => scan.Changes.Total));
        return Scans.Select((scan, i) => (scan, 12 * i, Stack(scan, most)));
    }

    private static List<(string Tone, double Top, double Height)> Stack(NodeScan scan, long most)
    {
        var parts = new List<(string, double, double)>();
        var top = Ground;
        foreach (var (tone, count) in new[] { ("low", scan.Modified), ("good", scan.Added), ("high", scan.Removed) })
        {
            if (count == 0) continue;
            var height = Tallest * count / most;
            top -= height;
            parts.Add((tone, top, height));
        }
        return parts;
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
