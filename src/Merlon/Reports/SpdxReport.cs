using Merlon.Analysis;
using Merlon.Packages.Bills.Spdx;

namespace Merlon.Reports;

/// <summary>SPDX 2.3 in JSON: packages and what brought them.</summary>
sealed class SpdxReport : IScanReport
{
    public string Format => "spdx";

    public async Task Write(IAsyncEnumerable<ScanResult> results, Stream output, ReportSubject subject, CancellationToken ct)
    {
        var all = await CollectedResults.Of(results, ct);
        SpdxJsonWriter.Write(output, BillOfScan.Header(subject), subject.Now, BillOfScan.Components(all), BillOfScan.Dependencies(all));
    }
}
