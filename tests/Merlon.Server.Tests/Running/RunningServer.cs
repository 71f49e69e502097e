using Merlon.Core.Hosting;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Tests.Running;

/// <summary>The real server on a real socket with a real database; one for all tests of an engine. Tests keep apart by tenants of their own.</summary>
public abstract class RunningServer : IAsyncLifetime
{
    /// <summary>Password of the first user.</summary>
    public const string AdminPassword = "correct horse battery";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-test-");
    private WebApplication? _app;

    /// <summary>The address the server listens on.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The server's container.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>Where the server keeps its files.</summary>
    public string Data => _data.FullName;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = _data.FullName });
        builder.Logging.ClearProviders();
        // Every tenant of these tests may look at the machine they run on.
        builder.Services.AddSingleton(new ThisMachine(Everybody: true));
        builder.Services.AddSingleton(ChildProcess.Engine);
        MerlonServer.AddServices(builder, new ServerOptions(new StorageOptions(_data.FullName) { Database = await PrepareDatabase() }) { Urls = "http://127.0.0.1:0", Tenants = Limits });
        _app = builder.Build();
        MerlonServer.Map(_app);
        await Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await using (var scope = Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<FirstStart>().Prepare(AdminPassword, CancellationToken.None);
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await ReleaseDatabase();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A client without credentials.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A tenant that no other test sees.</summary>
    public async Task<TestTenant> NewTenant()
    {
        await using var scope = Services.CreateAsyncScope();
        return new TestTenant(this, await scope.ServiceProvider.GetRequiredService<Tenants>().Create(Tenants.DefaultName, CancellationToken.None));
    }

    /// <summary>Runs something with a scope of the server's container, as the jobs do.</summary>
    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>An empty place on this engine that nobody else has; its folder is <paramref name="data"/>.</summary>
    public async Task<StorageOptions> NewStorage(string data) => new(data) { Database = await NewDatabase() };

    /// <summary>What each tenant may have; no limits but for tests of them.</summary>
    protected virtual TenantLimits Limits => new();

    /// <summary>The connection to use, or null for SQLite.</summary>
    protected abstract Task<string?> PrepareDatabase();

    /// <summary>The connection to an empty database, or null for SQLite.</summary>
    protected abstract Task<string?> NewDatabase();

    protected virtual ValueTask ReleaseDatabase() => ValueTask.CompletedTask;
}

/// <summary>The server on SQLite.</summary>
public sealed class SqliteServer : RunningServer
{
    protected override Task<string?> PrepareDatabase() => NewDatabase();

    protected override Task<string?> NewDatabase() => Task.FromResult<string?>(null);
}

/// <summary>The server on PostgreSQL.</summary>
public sealed class PostgresServer : RunningServer
{
    private readonly PostgresCluster _cluster = new();

    protected override async Task<string?> PrepareDatabase()
    {
        await _cluster.Start();
        return await _cluster.NewDatabase();
    }

    protected override async Task<string?> NewDatabase() => await _cluster.NewDatabase();

    protected override ValueTask ReleaseDatabase() => _cluster.DisposeAsync();
}
