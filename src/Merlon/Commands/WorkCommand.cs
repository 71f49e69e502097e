using System.CommandLine;
using Merlon.Core.Hosting;
using Merlon.Core.Jobs;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Hosting;

namespace Merlon.Commands;

/// <summary><c>merlon work</c>: a worker only, for an installation that one machine does not carry.</summary>
sealed class WorkCommand : Command
{
    private readonly StoreOptions _settings = new();

    public WorkCommand() : base("work", "Runs a worker only, beside servers that share the database.")
    {
        _settings.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_settings.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        ServerLogs.Configure(builder.Logging, options.Telemetry);
        builder.Services.AddSingleton(options).AddSingleton(options.Outbound).AddSingleton(options.Retention).AddSingleton(options.Advisories).AddSingleton(options.Tenants).AddSingleton(options.Engine);
        builder.Services.AddMerlonCore(options.Storage).AddJobWorker();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Limits.StopGrace);
        using var host = builder.Build();
        await host.Services.GetRequiredService<Migrator>().Migrate(ct);
        await host.StartAsync(ct);
        Console.WriteLine("Merlon works.");
        await host.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }
}
