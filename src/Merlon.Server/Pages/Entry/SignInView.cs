namespace Merlon.Server.Pages.Entry;

/// <summary>The sign-in as it is shown.</summary>
/// <param name="Login">What was typed before.</param>
/// <param name="To">Where to go on to.</param>
/// <param name="Problem">Why the last try failed; null on the first.</param>
public sealed record SignInView(string Login, string To, string? Problem);
