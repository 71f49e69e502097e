using Merlon.Nodes.Snapshots;

namespace Merlon.Server.Pages.Nodes.Snapshots;

/// <summary>What the newest scan of a machine saw, section by section.</summary>
public partial class NodeSnapshotPage
{
    private bool Incomplete => Model.Sections.Any(section => section.Name == Model.Section && section.State == SectionState.Incomplete);
}
