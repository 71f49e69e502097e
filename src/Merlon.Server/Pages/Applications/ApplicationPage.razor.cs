namespace Merlon.Server.Pages.Applications;

/// <summary>One application: what its current scan found, and how that came about.</summary>
public partial class ApplicationPage;
