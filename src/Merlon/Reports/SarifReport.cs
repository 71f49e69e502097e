using Merlon.Analysis;
using Merlon.Analysis.Sarif;
using Merlon.Commands;

namespace Merlon.Reports;

/// <summary>SARIF 2.1.0.</summary>
sealed class SarifReport : IScanReport
{
    public string Format => "sarif";

    public async Task Write(IAsyncEnumerable<ScanResult> results, Stream output, ReportSubject subject, CancellationToken ct)
    {
        await using var sarif = new SarifWriter(output, VersionCommand.Current);
        await sarif.Write(results, ct);
    }
}
