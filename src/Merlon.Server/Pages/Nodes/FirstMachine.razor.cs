namespace Merlon.Server.Pages.Nodes;

/// <summary>What to do where no machine is known yet.</summary>
public partial class FirstMachine;
