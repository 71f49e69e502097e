namespace Merlon.Server.Pages.Search;

/// <summary>Where something is.</summary>
public partial class SearchPage;
