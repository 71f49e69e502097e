using System.CommandLine;
using Merlon.Core.Hosting;
using Merlon.Server.Hosting;

namespace Merlon.Commands;

/// <summary>A server from its start to the signal that ends it.</summary>
static class ServerRun
{
    /// <summary>The settings that a server accepts as flags.</summary>
    public static StoreOptions Settings() => new StoreOptions()
        .With("urls", new Option<string?>("--urls") { Description = "The addresses to listen on (default: http://127.0.0.1:8070).", HelpName = "URLS" })
        .With("publicUrl", new Option<string?>("--public-url") { Description = "The address that links carry, where it differs from the one listened on.", HelpName = "URL" });

    /// <summary>Starts the server, says where it is, does <paramref name="then"/>, and waits until it is told to stop.</summary>
    public static async Task<int> Run(ServerOptions options, Func<StartedServer, CancellationToken, Task>? then, CancellationToken ct)
    {
        if (ListenAddresses.WhyNot(options.Urls) is { } why) return ExitCode.Refuse(why);
        await using var app = MerlonServer.Build(options);
        string? password = null;
        await MerlonServer.Start(app, Passwords.OfAdmin, made => Passwords.Tell(FirstStart.AdminLogin, password = made), ct);
        var address = options.PublicUrl ?? string.Join(" and ", app.Urls);
        Console.WriteLine($"Merlon is ready at {address}");
        if (then is not null) await then(new StartedServer(app, address, password), ct);
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }
}

/// <summary>A server that answers.</summary>
/// <param name="MadeUpPassword">The first user's password when it was made up just now.</param>
sealed record StartedServer(WebApplication App, string Address, string? MadeUpPassword)
{
    /// <summary>One address that a browser or curl on this machine can open, whatever is listened on.</summary>
    public string Link
    {
        get
        {
            var address = new UriBuilder(Address.Split(' ')[0].Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal));
            if (address.Host is "0.0.0.0" or "[::]") address.Host = "127.0.0.1";
            return address.Uri.ToString().TrimEnd('/');
        }
    }

    /// <summary>Leaves the password out.</summary>
    public override string ToString() => $"StartedServer {{ {Address} }}";
}
