using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Merlon.Nodes.Snapshots;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Nodes.Changes;

/// <summary>What changed on a machine, one an entry.</summary>
public partial class ChangeList
{
    private const int MostAttributes = 8;
    private const int MostCharacters = 160;

    /// <summary>The changes, in the order shown.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<ChangeLine> Changes { get; set; } = [];

    private static List<AttributeChange> Shown(ChangeLine change) => [.. Telling(change).Take(MostAttributes)];

    private static int More(ChangeLine change) => Telling(change).Count() - MostAttributes;

    // What an item has nothing in tells nothing of one that came or went.
    private static IEnumerable<AttributeChange> Telling(ChangeLine change) =>
        change.Attributes.Where(attribute => change.Kind == ChangeKind.Modified || (attribute.New ?? attribute.Old)!.Value.Text.Length > 0);

    private static string Short(string text) => text.Length <= MostCharacters ? text : $"{text.AsSpan(0, MostCharacters)}…";

    private static string Tone(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "done",
        ChangeKind.Removed => "failed",
        _ => "warn",
    };
}
