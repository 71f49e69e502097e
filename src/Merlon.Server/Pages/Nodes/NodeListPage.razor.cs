namespace Merlon.Server.Pages.Nodes;

/// <summary>All machines by name, a stretch at a time.</summary>
public partial class NodeListPage;
