using Merlon.Analysis;
using Merlon.Packages.Bills.CycloneDx;

namespace Merlon.Reports;

/// <summary>CycloneDX 1.6 in JSON: packages, what brought them, and the advisories that hit them.</summary>
sealed class CycloneDxReport : IScanReport
{
    public string Format => "cyclonedx";

    public async Task Write(IAsyncEnumerable<ScanResult> results, Stream output, ReportSubject subject, CancellationToken ct)
    {
        var all = await CollectedResults.Of(results, ct);
        CycloneDxJsonWriter.Write(output, BillOfScan.Header(subject), BillOfScan.Components(all), BillOfScan.Dependencies(all), BillOfScan.Vulnerabilities(all));
    }
}
