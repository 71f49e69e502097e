using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Hosting.Metrics;

/// <summary><c>/metrics</c> and the exporters, each where the options ask for it.</summary>
static class MetricRoutes
{
    public static void AddMetricExporters(this IServiceCollection services, TelemetryOptions options)
    {
        if (options.Prometheus) services.AddSingleton<PrometheusMetrics>();
        if (options.Otlp is { } collector) services.AddHostedService(_ => new OtlpMetrics(collector));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Made now, not at the first question, so that it hears of everything since the start.
        if (routes.ServiceProvider.GetService<PrometheusMetrics>() is not { } metrics) return;
        routes.MapGet("/metrics", () => Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8")).WithMetadata(new NeedsNobody()).ExcludeFromDescription();
    }
}
