using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Pages.Entry;

/// <summary>Where people sign in, and where they go on to.</summary>
static class SignInAddress
{
    public const string Path = "/signin";

    /// <summary>The sign-in that leads back to what was asked for.</summary>
    public static string ReturningTo(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Path != "/"
        ? $"{Path}?to={Uri.EscapeDataString(request.Path + request.QueryString)}"
        : Path;

    /// <summary>Where to go on to: a path of this server, never another's.</summary>
    public static string Destination(string? to) => to is ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : "/";
}
