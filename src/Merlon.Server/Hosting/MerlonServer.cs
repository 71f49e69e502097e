using Merlon.Core.Hosting;
using Merlon.Server.Apis.ApiSecurity;
using Merlon.Server.Apis.Iq;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Hosting;

/// <summary>Composes the server: one port, five APIs, the pages.</summary>
public static class MerlonServer
{
    /// <summary>Adds what the server needs to a builder.</summary>
    public static void AddServices(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(options);
        builder.Services.AddMerlonCore(options.Storage);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddScoped<ApplicationShapes>();
        builder.Services.AddScoped<Credentials>().AddScoped<CurrentCaller>();
        builder.Services.AddScoped(provider => provider.GetRequiredService<CurrentCaller>().Value ?? throw new InvalidOperationException("The endpoint takes a caller but is open to nobody in particular."));
    }

    /// <summary>Adds the middleware and the routes.</summary>
    public static void Map(WebApplication app)
    {
        app.UseMiddleware<GuardianKeys>();
        app.UseMiddleware<ApiSelection>();
        app.UseRouting();
        app.UseMiddleware<FailureMiddleware>();
        app.UseMiddleware<CallerMiddleware>();

        app.MapGet("/health/live", () => "ok").WithMetadata(new NeedsNobody());
        ApiSecurityApi.Map(app);
        IqApi.Map(app);
        EndpointDeclarations.Check(app);
    }
}
