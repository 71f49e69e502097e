namespace Merlon.Server.Pages.Applications.Files;

/// <summary>A scanned file: what was found in it, and its text with that marked.</summary>
public partial class FilePage;
