using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Merlon.Server.Hosting.Metrics;

/// <summary>Sends the metrics to a collector by OTLP, from the start of the server to its end.</summary>
sealed class OtlpMetrics(Uri collector) : IHostedService, IDisposable
{
    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(MetricNames.Patterns)
            .AddOtlpExporter(otlp => (otlp.Endpoint, otlp.Protocol) = (collector, collector.Port == 4318 || collector.AbsolutePath.Length > 1 ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.ForceFlush(2_000);
        return Task.CompletedTask;
    }

    public void Dispose() => _provider?.Dispose();
}
