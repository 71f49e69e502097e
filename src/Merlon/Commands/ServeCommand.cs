using System.CommandLine;
using Merlon.Core.Hosting;
using Merlon.Server.Hosting;

namespace Merlon.Commands;

/// <summary><c>merlon serve</c>: server and worker in one process.</summary>
sealed class ServeCommand : Command
{
    private readonly StoreOptions _settings = new StoreOptions()
        .With("urls", new("--urls") { Description = "The addresses to listen on (default: http://127.0.0.1:8070).", HelpName = "URLS" })
        .With("publicUrl", new("--public-url") { Description = "The address that links carry, where it differs from the one listened on.", HelpName = "URL" });

    public ServeCommand() : base("serve", "Runs server and worker in one process.")
    {
        _settings.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_settings.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        await using var app = MerlonServer.Build(options);
        Passwords.Tell(FirstStart.AdminLogin, await MerlonServer.Prepare(app, Passwords.OfAdmin, ct));
        await app.StartAsync(ct);
        Console.WriteLine($"Merlon is ready at {options.PublicUrl ?? string.Join(" and ", app.Urls)}");
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }
}
