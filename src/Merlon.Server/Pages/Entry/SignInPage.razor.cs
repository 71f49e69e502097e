namespace Merlon.Server.Pages.Entry;

/// <summary>Asks who you are.</summary>
public partial class SignInPage;
