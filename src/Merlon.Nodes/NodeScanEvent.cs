using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes;

/// <summary>What a scan says while it runs, in order; plain records that also go over a pipe as JSON.</summary>
[JsonDerivedType(typeof(SectionStarted), "section_started")]
[JsonDerivedType(typeof(ItemFound), "item")]
[JsonDerivedType(typeof(SectionEnded), "section_ended")]
[JsonDerivedType(typeof(StepEnded), "step_ended")]
public abstract record NodeScanEvent
{
    /// <summary>Progress: section <paramref name="Number"/> of <paramref name="Of"/> begins.</summary>
    public sealed record SectionStarted(string Section, int Number, int Of) : NodeScanEvent;

    /// <summary>Something was found out.</summary>
    public sealed record ItemFound(SnapshotItem Item) : NodeScanEvent;

    /// <summary>A section is done, or as far as it got.</summary>
    public sealed record SectionEnded(string Section, SectionState State, int Items) : NodeScanEvent;

    /// <summary>A step is done.</summary>
    public sealed record StepEnded(ScanStep Step) : NodeScanEvent;
}

/// <summary>
/// A step of a scan as task reports show it: <c>detect_os</c>, <c>generate_node_scan</c>.
/// <paramref name="Counts"/> are its numbers by name (<c>number_of_packages_found</c>).
/// </summary>
public sealed record ScanStep(string Name, bool Succeeded, ImmutableSortedDictionary<string, int> Counts, ImmutableArray<string> Messages);
