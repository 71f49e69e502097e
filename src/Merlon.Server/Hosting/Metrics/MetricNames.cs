namespace Merlon.Server.Hosting.Metrics;

/// <summary>The meters that are told of: Merlon's own, the web server's, the runtime's, the database driver's.</summary>
static class MetricNames
{
    /// <summary>Everything of Merlon's own begins with this.</summary>
    public const string Own = "Merlon";

    private static readonly string[] Others = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "System.Net.Http", "Npgsql"];

    /// <summary>For exporters that take names, with a star for the rest.</summary>
    public static string[] Patterns => [Own, Own + ".*", .. Others];

    /// <summary>True when the meter is one of them.</summary>
    public static bool Includes(string meter) => meter == Own || meter.StartsWith(Own + ".", StringComparison.Ordinal) || Others.Contains(meter);
}
