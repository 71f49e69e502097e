namespace Merlon.Server.Pages.Applications.Scans;

/// <summary>The scans of an application and what each brought.</summary>
public partial class ScansPage;
