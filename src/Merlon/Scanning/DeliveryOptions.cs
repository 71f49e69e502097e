using System.CommandLine;
using Merlon.Core.Outcomes;

namespace Merlon.Scanning;

/// <summary>The options that say on which server a scan is kept as well.</summary>
sealed class DeliveryOptions
{
    private readonly Option<string?> _server = new("--server") { Description = "Has the scan made and kept on this server as well.", HelpName = "URL" };
    private readonly Option<string?> _token = new("--token") { Description = "A bearer token for it, as 'merlon token create' prints one (default: the variable MERLON_TOKEN).", HelpName = "TOKEN" };
    private readonly Option<string?> _app = new("--app") { Description = "The name of the application there; made when there is none.", HelpName = "NAME" };
    private readonly Option<string?> _branch = new("--branch") { Description = "The branch that this is; the application's default one if not given.", HelpName = "NAME" };

    /// <summary>Offers the options on a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { _server, _token, _app, _branch }) command.Options.Add(option);
    }

    /// <summary>Where to deliver; null when nowhere, and what is missing when it is only half said.</summary>
    public Outcome<Delivery?> Read(ParseResult parsed)
    {
        var (server, token, app, branch) = (parsed.GetValue(_server), parsed.GetValue(_token), parsed.GetValue(_app), parsed.GetValue(_branch));
        if (server is null) return token is null && app is null && branch is null ? new Outcome<Delivery?>((Delivery?)null) : new Refusal.Invalid("server", "--token, --app and --branch need --server.");
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return new Refusal.Invalid("server", $"--server must be an address such as https://merlon.example.org, not '{server}'.");
        token ??= Environment.GetEnvironmentVariable("MERLON_TOKEN");
        if (string.IsNullOrWhiteSpace(token)) return new Refusal.Invalid("token", "--server needs --token or the variable MERLON_TOKEN.");
        if (string.IsNullOrWhiteSpace(app)) return new Refusal.Invalid("app", "--server needs --app.");
        return new Delivery(new Uri(address.ToString().TrimEnd('/') + "/"), token.Trim(), app.Trim(), branch);
    }
}

/// <summary>Where a scan is kept as well.</summary>
/// <param name="Server">With a slash at its end.</param>
sealed record Delivery(Uri Server, string Token, string Application, string? Branch)
{
    /// <summary>Leaves the token out.</summary>
    public override string ToString() => $"Delivery {{ {Server}, {Application} }}";
}
