namespace Merlon.Server.Pages.Words;

/// <summary>What to do on a server that has seen nothing yet.</summary>
public partial class FirstSteps;
