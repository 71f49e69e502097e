using System.Collections.Immutable;
using System.Globalization;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Pictures;

/// <summary>A ring of shares around their sum, with a legend.</summary>
public partial class Donut
{
    /// <summary>The shares, clockwise from the top.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<Slice> Slices { get; set; } = [];

    /// <summary>What is counted: <c>open findings</c>.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    private long Total => Slices.Sum(slice => slice.Value);

    private string Words => $"{Amount.Of(Total)} {Caption}: {string.Join(", ", Slices.Select(slice => $"{Amount.Of(slice.Value)} {slice.Name}"))}";

    private IEnumerable<(Slice Slice, double Length, double Offset)> Arcs()
    {
        var offset = 0.0;
        foreach (var slice in Slices.Where(slice => slice.Value > 0))
        {
            var length = 100.0 * slice.Value / Total;
            yield return (slice, length, offset);
            offset += length;
        }
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
