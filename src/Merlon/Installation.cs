using Merlon.Core.Hosting;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Hosting;

namespace Merlon;

/// <summary>An installation as a command on its machine sees it: no server, but the domain, on a schema brought up to date.</summary>
sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _container;
    private readonly AsyncServiceScope _scope;

    private Installation(ServiceProvider container)
    {
        _container = container;
        _scope = container.CreateAsyncScope();
    }

    /// <summary>Opens the installation, and makes it when the place is empty.</summary>
    public static async Task<Installation> Open(StorageOptions storage, CancellationToken ct)
    {
        var installation = At(storage);
        await installation.Get<Migrator>().Migrate(ct);
        return installation;
    }

    /// <summary>The place as it is, without a schema if there is none.</summary>
    public static Installation At(StorageOptions storage)
    {
        var services = new ServiceCollection();
        services.AddLogging(logs => ServerLogs.Configure(logs, new TelemetryOptions { Level = LogLevel.Warning, Logs = LogForm.Text }));
        services.AddMerlonCore(storage);
        return new Installation(services.BuildServiceProvider());
    }

    /// <summary>A service of the domain.</summary>
    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The machine's own caller, in the first tenant.</summary>
    public async Task<Caller> System(CancellationToken ct) => Caller.System(await Get<FirstStart>().Tenant(ct));

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _container.DisposeAsync();
    }
}
