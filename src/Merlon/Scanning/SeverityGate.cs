using System.Runtime.CompilerServices;
using Merlon.Analysis;

namespace Merlon.Scanning;

/// <summary>Counts the findings and vulnerabilities that are as bad as a threshold or worse, while they pass by.</summary>
sealed class SeverityGate(FindingSeverity? threshold)
{
    /// <summary>How many there were.</summary>
    public int Over { get; private set; }

    /// <summary>The same results.</summary>
    public async IAsyncEnumerable<ScanResult> Watch(IAsyncEnumerable<ScanResult> results, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var result in results.WithCancellation(ct))
        {
            if (threshold is { } least && Severity(result) >= least) Over++;
            yield return result;
        }
    }

    private static FindingSeverity? Severity(ScanResult result) => result switch
    {
        Finding finding => finding.Severity,
        FoundVulnerability vulnerability => vulnerability.Severity,
        _ => null,
    };
}
