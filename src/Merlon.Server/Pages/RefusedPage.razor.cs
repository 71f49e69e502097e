namespace Merlon.Server.Pages;

/// <summary>Says why a page cannot be shown.</summary>
public partial class RefusedPage;
