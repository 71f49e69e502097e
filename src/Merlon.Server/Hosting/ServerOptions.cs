using System.Collections.Immutable;
using System.Net;
using Merlon.Core.Advisories;
using Merlon.Core.Engines;
using Merlon.Core.Organizations;
using Merlon.Core.Outbound;
using Merlon.Core.Retention;
using Merlon.Core.Storage;

namespace Merlon.Server.Hosting;

/// <summary>How the server runs. Read and checked as a whole by <see cref="Settings.ServerSettings"/>; docs/operating.md explains each.</summary>
/// <param name="Storage">Where things are kept.</param>
public sealed record ServerOptions(StorageOptions Storage)
{
    /// <summary>The addresses to listen on, semicolon-separated.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8070";

    /// <summary>The address that absolute links carry; the request's own if null. Without a slash at its end.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The certificate of the https addresses; null when a proxy in front speaks TLS or nobody does.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>Whose <c>X-Forwarded-*</c> headers are believed; nobody's by default.</summary>
    public ImmutableArray<IPNetwork> TrustedProxies { get; init; } = [];

    public OutboundOptions Outbound { get; init; } = new();
    public AdvisoryOptions Advisories { get; init; } = new();

    public LimitOptions Limits { get; init; } = new();

    /// <summary>What the process that scans code or a machine may take.</summary>
    public EngineLimits Engine { get; init; } = new();

    public TenantLimits Tenants { get; init; } = new();

    public TelemetryOptions Telemetry { get; init; } = new();

    public RetentionOptions Retention { get; init; } = new();
}

/// <summary>A certificate and its key, both PEM files.</summary>
public sealed record TlsOptions(string Certificate, string Key);

/// <summary>What one caller may ask of the server.</summary>
public sealed record LimitOptions
{
    /// <summary>Requests a minute of one caller (a token, a user's sessions), which may come all at once; 0 is unlimited.</summary>
    public int RequestsPerMinute { get; init; } = 120_000;

    /// <summary>The same for one address, whoever its callers are or claim to be; 0 is unlimited.</summary>
    public int RequestsPerMinuteOfAddress { get; init; } = 240_000;

    /// <summary>Largest body of a request that is not an upload, in bytes.</summary>
    public long BodyBytes { get; init; } = 32L << 20;

    /// <summary>How long what runs may go on after the server was told to stop.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>How the server tells what it does.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Whether <c>/metrics</c> answers, in Prometheus' text form.</summary>
    public bool Prometheus { get; init; }

    /// <summary>Where metrics are sent by OTLP; null sends none.</summary>
    public Uri? Otlp { get; init; }
    public LogForm Logs { get; init; } = LogForm.Auto;

    /// <summary>The least severe message that is logged: trace, debug, information, warning, error, critical or none.</summary>
    public Microsoft.Extensions.Logging.LogLevel Level { get; init; } = Microsoft.Extensions.Logging.LogLevel.Information;
}

/// <summary>The form of log lines.</summary>
public enum LogForm
{
    /// <summary>Text on a terminal, JSON elsewhere.</summary>
    Auto,
    Text,
    Json,
}
