using Merlon.Core.Hosting;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
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

    /// <summary>Opens the installation where there is one.</summary>
    /// <exception cref="InputException">The data folder holds none: nothing is made there.</exception>
    public static Task<Installation> OpenExisting(StorageOptions storage, CancellationToken ct)
    {
        MustExist(storage);
        return Open(storage, ct);
    }

    /// <exception cref="InputException">The data folder holds no installation.</exception>
    public static void MustExist(StorageOptions storage)
    {
        if (storage.Database is null && !File.Exists(storage.SqliteFile)) throw new InputException($"There is no installation in '{storage.Data}': name its data folder with --data.");
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

    /// <summary>The machine's own caller, in the first tenant or in the one that is named.</summary>
    /// <param name="tenant">Its number, UUID or name.</param>
    /// <exception cref="InputException">No tenant is called that, or more than one.</exception>
    public async Task<Caller> System(string? tenant, CancellationToken ct)
    {
        var first = await Get<FirstStart>().Tenant(ct);
        if (tenant is null) return Caller.System(first);
        var named = (await Get<Tenants>().Roots(ct)).Where(root => tenant == $"{root.Key}" || (Guid.TryParse(tenant, out var id) && id == root.Id) || Columns.Fold(tenant) == root.NameFolded).ToList();
        return named switch
        {
            [var root] => Caller.System(new TenantId(root.Key, root.Id)),
            [] => throw new InputException($"There is no tenant '{tenant}'; 'merlon tenant list' shows those that there are."),
            _ => throw new InputException($"{named.Count} tenants are called '{tenant}': name one by its number, which 'merlon tenant list' shows."),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _container.DisposeAsync();
    }
}
