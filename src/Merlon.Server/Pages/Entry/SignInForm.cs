using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Pages.Entry;

/// <summary>What was typed to sign in. Never logged.</summary>
sealed class SignInForm
{
    private const int MaxLength = 1000;

    public required string Login { get; init; }
    public required string Password { get; init; }

    /// <summary>Where to go on to.</summary>
    public required string? To { get; init; }

    /// <summary>Called by the framework; what is missing or too long to be true is empty.</summary>
    public static async ValueTask<SignInForm> BindAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        return new() { Login = Bounded(form["login"]), Password = Bounded(form["password"]), To = form["to"] };
    }

    private static string Bounded(string? text) => text is { Length: <= MaxLength } ? text : "";
}
