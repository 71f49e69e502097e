namespace Merlon.Server.Pages.Applications;

/// <summary>All applications by name, a stretch at a time.</summary>
public partial class ApplicationListPage;
