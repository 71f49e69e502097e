using Merlon.Core.Storage;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Builder;

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
    public static async Task<OwnServer> Start(Func<ServerOptions, ServerOptions> settings)
    {
        var server = new OwnServer(settings);
        await MerlonServer.Start(server._app, Running.RunningServer.AdminPassword, _ => { }, CancellationToken.None);
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
