namespace Merlon.Server.Pages.Nodes;

/// <summary>A machine in short: how its packages stand, what changed, what was seen, what happened.</summary>
public partial class NodePage;
