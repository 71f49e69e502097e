using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Merlon.Bench;

/// <summary>The real server on a real socket with an empty database: SQLite in a new folder, or the PostgreSQL that <c>--database</c> names, which must be empty.</summary>
sealed class Stage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private Stage(DirectoryInfo folder, WebApplication app, TenantId tenant) => (_folder, _app, Tenant) = (folder, app, tenant);

    public TenantId Tenant { get; }

    public Caller System => Caller.System(Tenant);

    public string Folder => _folder.FullName;

    /// <summary>Starts it.</summary>
    public static async Task<Stage> Start(Arguments arguments)
    {
        var folder = arguments.Text("data") is { } data ? Directory.CreateDirectory(data) : Directory.CreateTempSubdirectory("merlon-bench-");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error);
        MerlonServer.AddServices(builder, new ServerOptions(new StorageOptions(folder.FullName) { Database = arguments.Text("database") }) { Urls = "http://127.0.0.1:0" });
        var app = builder.Build();
        MerlonServer.Map(app);
        await app.Services.GetRequiredService<Migrator>().Migrate(default);
        await using var scope = app.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().Create(Tenants.DefaultName, default);
        await app.StartAsync();
        return new(folder, app, tenant);
    }

    /// <summary>Does something with a scope of the server's container.</summary>
    public async Task<T> Do<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>A client that may do everything.</summary>
    public async Task<HttpClient> Client()
    {
        var token = await Do(async s => (await s.GetRequiredService<Tokens>().Create(new TokenDraft("bench", ApiName.All) { Role = BuiltInRoles.Administrator.Id }, System, default)).Value);
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Bearer);
        return client;
    }

    /// <summary>A new application.</summary>
    public Task<Application> Application(string id) => Do(async s => (await s.GetRequiredService<Applications>().Create(new ApplicationDraft(id) { PublicId = id }, System, default)).Value);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
