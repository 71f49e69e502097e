namespace Merlon.Packages.Advisories;

/// <summary>How bad, by CVSS's qualitative scale. Unknown: nobody said, which is not the same as none.</summary>
public enum Severity { Unknown, None, Low, Medium, High, Critical }

/// <summary>Severities from scores and from databases' own words.</summary>
public static class SeverityScale
{
    /// <summary>The band of a CVSS 3 or 4 score: 0 none, below 4 low, below 7 medium, below 9 high. CVSS 2 has no "critical" of its own; NVD's bands end at high.</summary>
    public static Severity Of(decimal score, bool version2 = false) => score switch
    {
        <= 0 => version2 ? Severity.Low : Severity.None,
        < 4 => Severity.Low,
        < 7 => Severity.Medium,
        < 9 => Severity.High,
        _ => version2 ? Severity.High : Severity.Critical,
    };

    /// <summary>From the words that GitHub, Ubuntu, Red Hat, Debian, SUSE and others use.</summary>
    public static Severity Of(string? word) => word?.Trim().TrimEnd('*').ToLowerInvariant() switch
    {
        "none" => Severity.None,
        "low" or "minor" or "negligible" or "unimportant" => Severity.Low,
        "medium" or "moderate" => Severity.Medium,
        "high" or "important" => Severity.High,
        "critical" => Severity.Critical,
        _ => Severity.Unknown,
    };
}
