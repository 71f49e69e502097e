using Merlon.Analysis;

namespace Merlon.Reports;

/// <summary>A form in which the results of a scan are written.</summary>
interface IScanReport
{
    /// <summary>The word for <c>--format</c>.</summary>
    string Format { get; }

    /// <summary>Whether it shows the digests of files.</summary>
    bool ShowsDigests => false;

    /// <summary>Writes the whole stream of results.</summary>
    Task Write(IAsyncEnumerable<ScanResult> results, Stream output, ReportSubject subject, CancellationToken ct);
}

/// <summary>What a report is about.</summary>
/// <param name="Name">The last part of the path that was scanned.</param>
/// <param name="Now">When the report is made.</param>
sealed record ReportSubject(string Name, DateTimeOffset Now);

/// <summary>All forms.</summary>
static class ScanReports
{
    public static IReadOnlyList<IScanReport> All { get; } = [new TableReport(), new JsonReport(), new SarifReport(), new CycloneDxReport(), new SpdxReport(), new HtmlReport()];
}
