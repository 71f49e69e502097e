using Merlon.Server.Hosting.Health;
using Merlon.Server.Hosting.Limits;
using Merlon.Server.Hosting.Metrics;
using Merlon.Server.Hosting.Requests;
using Merlon.Server.Hosting.Tls;
using Merlon.Server.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Merlon.Server.Hosting;

/// <summary>What whoever operates the server relies on, whatever the server does: addresses, limits, health, metrics, documents.</summary>
static class Operating
{
    public static void AddServices(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.AddSingleton(options).AddSingleton(options.Outbound).AddSingleton(options.Retention).AddSingleton(options.Advisories).AddSingleton(options.Tenants).AddSingleton(options.Engine);
        // The job lanes and the web server start side by side.
        builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStartConcurrently) = (options.Limits.StopGrace, true));
        builder.Services.AddSingleton<IReadinessCheck, DatabaseCheck>().AddSingleton<IReadinessCheck, BlobCheck>().AddSingleton<IReadinessCheck, FirstUserCheck>();
        builder.Services.AddSingleton<RateLimits>().AddSingleton<PublicAddress>();
        builder.Services.AddMetricExporters(options.Telemetry);
        builder.Services.AddOpenApiDocuments();
    }

    public static void Use(WebApplication app)
    {
        app.UseForwardedFrom(app.Services.GetRequiredService<ServerOptions>());
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<SecurityHeaders>();
    }

    public static void Map(WebApplication app)
    {
        HealthRoutes.Map(app);
        MetricRoutes.Map(app);
        OpenApiDocuments.Map(app);
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        // An operation that takes uploads says so on its route.
        kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
        if (options.Tls is not { } files) return;
        var certificate = new CertificateFiles(files, TimeProvider.System);
        kestrel.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => certificate.Current());
    }
}
