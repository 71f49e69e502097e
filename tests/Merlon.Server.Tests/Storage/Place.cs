using Merlon.Core.Hosting;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Tests.Storage;

/// <summary>A data folder and a database that nobody else has, and the domain on it without a server.</summary>
sealed class Place : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Place(StorageOptions storage)
    {
        Storage = storage;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddMerlonCore(storage);
        _services = services.BuildServiceProvider();
    }

    public StorageOptions Storage { get; }

    public IServiceProvider Services => _services;

    public IStorageEngine Engine => _services.GetRequiredService<IStorageEngine>();

    public Migrator Migrator => _services.GetRequiredService<Migrator>();

    /// <summary>An empty place.</summary>
    public static async Task<Place> New(RunningServer engine) => new(await engine.NewStorage(Directory.CreateTempSubdirectory("merlon-place-").FullName));

    /// <summary>A second process on the same place.</summary>
    public Place Again() => new(Storage);

    /// <summary>The newest schema, a tenant, and its administrator.</summary>
    public async Task<TenantId> Prepare()
    {
        await Migrator.Migrate(CancellationToken.None);
        return await InScope(async s =>
        {
            await s.GetRequiredService<FirstStart>().Prepare(RunningServer.AdminPassword, CancellationToken.None);
            return (await s.GetRequiredService<Tenants>().All(CancellationToken.None))[0];
        });
    }

    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task<T> InDb<T>(Func<MerlonDb, Task<T>> act) => InScope(s => act(s.GetRequiredService<MerlonDb>()));

    /// <summary>Runs a statement as it is.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = await Engine.Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
