using System.Collections.Immutable;
using Merlon.Nodes.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes.Snapshots;

/// <summary>Items of a snapshot, each with its attributes to unfold.</summary>
public partial class ItemList
{
    private const int MostCharacters = 2000;
    private const int MostInPreview = 60;

    // What tells most of an item in one glance, where it has it.
    private static readonly string[] Telling = ["version", "value", "state", "status", "uid", "gid", "mode", "port", "device"];

    /// <summary>The items, in the order shown.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<SnapshotItem> Items { get; set; } = [];

    private static string Place(SnapshotItem item) => item.Path.Names.Length > 2 ? string.Join(" / ", item.Path.Names[1..^1]) : "";

    private static string Preview(SnapshotItem item) => Telling.Select(name => item.Attributes[name]?.Text).FirstOrDefault(text => text is { Length: > 0 and <= MostInPreview }) ?? "";

    private static string Short(string text) => text.Length <= MostCharacters ? text : $"{text.AsSpan(0, MostCharacters)}…";
}
