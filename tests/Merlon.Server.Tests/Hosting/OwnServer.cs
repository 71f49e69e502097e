using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Hosting;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Hosting;

/// <summary>A server with settings of its own, for tests of the settings; composed as <c>merlon serve</c> composes it.</summary>
sealed class OwnServer : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-own-");
    private readonly WebApplication _app;

    private OwnServer(Func<ServerOptions, ServerOptions> settings)
    {
        var options = new ServerOptions(new StorageOptions(_data.FullName)) { Urls = "http://127.0.0.1:0", Telemetry = new TelemetryOptions { Level = Microsoft.Extensions.Logging.LogLevel.None } };
        _app = MerlonServer.Build(settings(options));
    }

    /// <summary>Starts one.</summary>
    /// <param name="map">More routes, for what none of the server's own can be brought to do.</param>
    /// <param name="adminPassword">The first user's, or null to have it made up.</param>
    /// <param name="made">Told the password that was made up.</param>
    public static async Task<OwnServer> Start(
        Func<ServerOptions, ServerOptions>? settings = null, Action<IEndpointRouteBuilder>? map = null, string? adminPassword = RunningServer.AdminPassword, Action<string>? made = null)
    {
        var server = new OwnServer(settings ?? (options => options));
        map?.Invoke(server._app);
        try
        {
            await MerlonServer.Start(server._app, adminPassword, made ?? (_ => { }), CancellationToken.None);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>One that listens, as while the first user is being made.</summary>
    public static async Task<OwnServer> StartWithoutUser()
    {
        var server = new OwnServer(options => options);
        await server._app.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A client that trusts any certificate.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } }) { BaseAddress = new Uri(_app.Urls.First()) };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}
