namespace Merlon.Server.Pages.Applications.Packages;

/// <summary>The packages of an application, vulnerable ones first.</summary>
public partial class PackagesPage;
