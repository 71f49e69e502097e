using Merlon.Analysis;

namespace Merlon.Core.Findings;

/// <summary>The words in which findings are kept and counted; those of the Qwiet document.</summary>
public static class FindingWords
{
    public const string Vuln = "vuln";
    public const string Secret = "secret";
    public const string Insight = "insight";
    public const string OssVuln = "oss_vuln";

    /// <summary>The four bands that are shown: what is only informative counts as low.</summary>
    public static string Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => "critical",
        FindingSeverity.High => "high",
        FindingSeverity.Medium => "medium",
        _ => "low",
    };

    /// <summary>Reads a severity in the words of any edition; null for none of them.</summary>
    public static string? ReadSeverity(string word) => word.ToLowerInvariant() switch
    {
        "critical" => "critical",
        "high" => "high",
        "medium" or "moderate" => "medium",
        "low" or "info" => "low",
        _ => null,
    };

    /// <summary>As statuses are shown.</summary>
    public static string Status(FindingStatus status) => status switch
    {
        FindingStatus.Fixed => "fixed",
        FindingStatus.Ignored => "ignored",
        FindingStatus.ThirdParty => "3rdparty",
        _ => "unset",
    };
}
