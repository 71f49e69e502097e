using Merlon.Packages.Advisories;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>What CycloneDX calls the parts of a vulnerability.</summary>
static class BillVulnerabilities
{
    public static Cvss? Score(BillVulnerability vulnerability) => Cvss.TryParse(vulnerability.CvssVector, out var cvss) ? cvss : null;

    public static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    public static string Method(CvssVersion version) => version switch
    {
        CvssVersion.V2 => "CVSSv2",
        CvssVersion.V30 => "CVSSv3",
        CvssVersion.V31 => "CVSSv31",
        _ => "CVSSv4",
    };

    public static IEnumerable<int> CweNumbers(BillVulnerability vulnerability)
    {
        foreach (var cwe in vulnerability.Cwes)
            if (cwe.StartsWith("CWE-", StringComparison.Ordinal) && int.TryParse(cwe.AsSpan(4), out var number)) yield return number;
    }
}
