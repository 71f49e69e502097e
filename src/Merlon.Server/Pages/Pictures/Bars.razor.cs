using System.Collections.Immutable;
using System.Globalization;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Pictures;

/// <summary>Amounts that are no shares of one whole, a bar each, in proportion to the longest.</summary>
public partial class Bars
{
    /// <summary>The amounts, in the order shown.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<Slice> Slices { get; set; } = [];

    /// <summary>What is counted: <c>Files by licence</c>.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    private long Longest => Math.Max(1, Slices.Max(slice => slice.Value));

    private string Words => $"{Caption}: {string.Join(", ", Slices.Select(slice => $"{slice.Name} {Amount.Of(slice.Value)}"))}";

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
