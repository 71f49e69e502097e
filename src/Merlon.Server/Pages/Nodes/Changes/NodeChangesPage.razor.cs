namespace Merlon.Server.Pages.Nodes.Changes;

/// <summary>What changed on a machine, newest first.</summary>
public partial class NodeChangesPage;
