using Merlon.Core.Engines;
using Merlon.Core.Organizations;
using Merlon.Core.Outbound;
using Merlon.Core.Outcomes;
using Merlon.Core.Retention;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Server.Hosting.Tls;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Hosting.Settings;

/// <summary>Turns settings into <see cref="ServerOptions"/>, or says everything that is wrong with them at once.</summary>
public static class ServerSettings
{
    private const int Years100 = 36_500;

    /// <summary>Reads and checks every setting.</summary>
    public static Outcome<ServerOptions> Read(SettingsSources sources)
    {
        var reader = new SettingsReader(sources.All);
        reader.Text("config");
        var defaults = new ServerOptions(Storage(reader));
        var options = defaults with
        {
            Urls = Urls(reader, defaults.Urls),
            PublicUrl = reader.Address("publicUrl", "http", "https")?.ToString().TrimEnd('/'),
            Tls = Tls(reader),
            TrustedProxies = reader.Networks("trustedProxies"),
            Outbound = Outbound(reader, defaults.Outbound),
            Limits = Limits(reader, defaults.Limits),
            Engine = Engine(reader, defaults.Engine),
            Tenants = Tenants(reader, defaults.Tenants),
            Telemetry = Telemetry(reader, defaults.Telemetry),
            Retention = Retention(reader, defaults.Retention),
            Advisories = AdvisorySettings.Read(reader, defaults.Advisories),
        };
        if (options.Tls is null && options.Urls.Contains("https://", StringComparison.OrdinalIgnoreCase)) reader.Wrong("tls:certificate", "is needed for an https address in urls");
        reader.RefuseUnknown(sources.File);
        return reader.Errors.Count == 0 ? options : new Refusal.Invalid([.. reader.Errors]);
    }

    private static StorageOptions Storage(SettingsReader reader)
    {
        var blobs = reader.Address("blobs", "s3");
        var database = reader.Text("database");
        if (database is not null && !StorageEngines.CanName(database)) reader.Wrong("database", "must be a PostgreSQL connection, postgres://user:password@host/name or Host=...;Database=...");
        return new(DataFolder.Of(reader.Text("data"))) { Database = database, Blobs = blobs?.ToString() };
    }

    private static string Urls(SettingsReader reader, string otherwise)
    {
        var urls = reader.Text("urls") ?? otherwise;
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Hosts such as "*" and "+" are the web server's own and no Uri.
            if (!Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                reader.Wrong("urls", $"must be addresses such as http://127.0.0.1:8070, parted by semicolons, not '{url}'");
        }
        return urls;
    }

    private static TlsOptions? Tls(SettingsReader reader)
    {
        var (certificate, key) = (reader.File("tls:certificate"), reader.File("tls:key"));
        if (certificate is null != key is null) reader.Wrong("tls", "needs both certificate and key, as PEM files");
        if (certificate is null || key is null) return null;
        var tls = new TlsOptions(certificate, key);
        if (CertificateFiles.Problem(tls) is { } problem) reader.Wrong("tls", problem);
        return tls;
    }

    private static OutboundOptions Outbound(SettingsReader reader, OutboundOptions defaults) => new()
    {
        Proxy = reader.Address("outbound:proxy", "http", "https"),
        Allowed = reader.Networks("outbound:allowed"),
        Timeout = TimeSpan.FromSeconds(reader.Number("outbound:timeoutSeconds", (int)defaults.Timeout.TotalSeconds, 1, 3600)),
    };

    private static LimitOptions Limits(SettingsReader reader, LimitOptions defaults) => new()
    {
        RequestsPerMinute = reader.Number("limits:requestsPerMinute", defaults.RequestsPerMinute, 0, int.MaxValue),
        RequestsPerMinuteOfAddress = reader.Number("limits:requestsPerMinuteOfAddress", defaults.RequestsPerMinuteOfAddress, 0, int.MaxValue),
        BodyBytes = (long)reader.Number("limits:bodyMegabytes", (int)(defaults.BodyBytes >> 20), 1, 1024) << 20,
        StopGrace = TimeSpan.FromSeconds(reader.Number("limits:stopSeconds", (int)defaults.StopGrace.TotalSeconds, 0, 100)),
    };

    private static EngineLimits Engine(SettingsReader reader, EngineLimits defaults) => defaults with
    {
        Memory = (long)reader.Number("engine:memoryMegabytes", (int)(defaults.Memory >> 20), 256, 1 << 20) << 20,
        Time = TimeSpan.FromMinutes(reader.Number("engine:minutes", (int)defaults.Time.TotalMinutes, 1, 10_080)),
    };

    private static TenantLimits Tenants(SettingsReader reader, TenantLimits defaults) => new()
    {
        Applications = reader.Number("limits:applications", defaults.Applications, 0, int.MaxValue),
        Deployments = reader.Number("limits:deployments", defaults.Deployments, 0, int.MaxValue),
        SecuritySchemes = reader.Number("limits:securitySchemes", defaults.SecuritySchemes, 0, int.MaxValue),
    };

    private static TelemetryOptions Telemetry(SettingsReader reader, TelemetryOptions defaults) => new()
    {
        Prometheus = reader.Switch("telemetry:prometheus", defaults.Prometheus),
        Otlp = reader.Address("telemetry:otlp", "http", "https"),
        Logs = reader.Choice("telemetry:logs", defaults.Logs),
        Level = reader.Choice("telemetry:level", LogLevel.Information),
    };

    private static RetentionOptions Retention(SettingsReader reader, RetentionOptions defaults) => new()
    {
        EventDays = reader.Number("retention:eventDays", defaults.EventDays, 0, Years100),
        AuditDays = reader.Number("retention:auditDays", defaults.AuditDays, 0, Years100),
        JobDays = reader.Number("retention:jobDays", defaults.JobDays, 0, Years100),
        ScanDays = reader.Number("retention:scanDays", defaults.ScanDays, 0, Years100),
        SnapshotDays = reader.Number("retention:snapshotDays", defaults.SnapshotDays, 0, Years100),
    };
}
