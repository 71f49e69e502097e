using System.CommandLine;
using Merlon.Demo;
using Merlon.Server.Hosting;

namespace Merlon.Commands;

/// <summary><c>merlon demo</c>: <c>serve</c> with something to show.</summary>
sealed class DemoCommand : Command
{
    private readonly StoreOptions _settings = ServerRun.Settings();

    public DemoCommand() : base("demo", "As serve; a new data folder is filled with real scans of sample applications and of this machine.")
    {
        _settings.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct) =>
        _settings.Read(parsed).Succeeded(out var options, out var wrong) ? await ServerRun.Run(Quietly(options), Show, ct) : ExitCode.Refuse(wrong);

    // A newcomer's terminal is for what to try next; what the server tells of itself all the time would bury it.
    private static ServerOptions Quietly(ServerOptions options) =>
        options with { Telemetry = options.Telemetry with { Level = options.Telemetry.Level == LogLevel.Information ? LogLevel.Warning : options.Telemetry.Level } };

    private static async Task Show(StartedServer server, CancellationToken ct)
    {
        await using var scope = server.App.Services.CreateAsyncScope();
        var filling = new DemoFilling(scope.ServiceProvider, TimeProvider.System);
        if (await filling.IsNeeded(ct)) await filling.Fill(ct);
        DemoHints.Print(server, filling.Tenant);
    }
}
