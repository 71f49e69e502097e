using Merlon.Core.Hosting;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Apis.ApiSecurity;
using Merlon.Server.Apis.CodeInsight;
using Merlon.Server.Apis.Guardian;
using Merlon.Server.Apis.Iq;
using Merlon.Server.Apis.Qwiet;
using Merlon.Server.Authentication;
using Merlon.Server.Hosting.Limits;
using Merlon.Server.Hosting.Requests;
using Merlon.Server.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Merlon.Server.Hosting;

/// <summary>Composes the server: one port, five APIs, the pages.</summary>
public static class MerlonServer
{
    /// <summary>The whole server, not started.</summary>
    public static WebApplication Build(ServerOptions options)
    {
        var engine = StorageEngines.Of(options.Storage);
        MerlonDb.Prepare(engine);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(MerlonServer).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        ServerLogs.Configure(builder.Logging, options.Telemetry);
        AddServices(builder, options, engine);
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>Adds what the server needs to a builder.</summary>
    /// <param name="engine">The storage engine where it was made already.</param>
    public static void AddServices(WebApplicationBuilder builder, ServerOptions options, IStorageEngine? engine = null)
    {
        Operating.AddServices(builder, options);
        builder.Services.AddMerlonCore(options.Storage, engine).AddJobWorker();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddWebsite();
        builder.Services.AddScoped<ApplicationShapes>().AddScoped<ProjectShapes>();
        builder.Services.AddScoped<ScanShapes>().AddScoped<FindingPages>();
        builder.Services.AddScoped<Credentials>().AddScoped<CurrentCaller>();
        builder.Services.AddScoped(provider => provider.GetRequiredService<CurrentCaller>().Value ?? throw new InvalidOperationException("The endpoint takes a caller but is open to nobody in particular."));
    }

    /// <summary>Adds the middleware and the routes.</summary>
    public static void Map(WebApplication app)
    {
        Operating.Use(app);
        app.UseMiddleware<GuardianKeys>();
        app.UseMiddleware<ApiSelection>();
        app.UseRouting();
        app.UseMiddleware<FailureMiddleware>();
        app.UseMiddleware<ZeroCharacters>();
        app.UseMiddleware<AddressLimit>();
        app.UseMiddleware<CallerMiddleware>();
        app.UseMiddleware<PageMiddleware>();
        app.UseMiddleware<CallerLimit>();

        Operating.Map(app);
        ApiSecurityApi.Map(app);
        CodeInsightApi.Map(app);
        QwietApi.Map(app);
        IqApi.Map(app);
        Website.Map(app);
        GuardianApi.Map(app);
        EndpointDeclarations.Check(app);
    }

    /// <summary>
    /// Brings the schema up to date and starts to listen; makes the first tenant and user meanwhile, without whom the server is not ready.
    /// </summary>
    /// <param name="made">Told the first user's password when it was made up: also when the start fails after that, since nobody can tell it again.</param>
    public static async Task Start(WebApplication app, string? adminPassword, Action<string> made, CancellationToken ct)
    {
        await app.Services.GetRequiredService<Migrator>().Migrate(ct);
        var first = Task.Run(() => First(app, adminPassword, ct), ct);
        try
        {
            await app.StartAsync(ct);
        }
        finally
        {
            if (await first is { } password) made(password);
        }
    }

    private static async Task<string?> First(WebApplication app, string? adminPassword, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FirstStart>().Prepare(adminPassword, ct);
    }
}
