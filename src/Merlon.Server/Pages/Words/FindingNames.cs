using Merlon.Core.Findings;

namespace Merlon.Server.Pages.Words;

/// <summary>The words of findings as people say them.</summary>
static class FindingNames
{
    /// <summary>What a finding of a type is.</summary>
    public static string Type(string type) => type switch
    {
        FindingWords.Vuln => "weakness in code",
        FindingWords.Secret => "secret in code",
        FindingWords.Insight => "insight",
        FindingWords.OssVuln => "vulnerable dependency",
        _ => type.Replace('_', ' '),
    };

    /// <summary>What a finding is, and its category where that says more.</summary>
    public static string Kind(ProfileDocument profile) =>
        Type(profile.Type) is var type && type.Equals(profile.Category, StringComparison.OrdinalIgnoreCase) ? type : $"{type}, {profile.Category}";

    /// <summary>What a fact is called.</summary>
    public static string Fact(string key) => key switch
    {
        "cwe_category" => "CWE",
        "related_cwe" => "Related CWE",
        "cve" => "CVE",
        "cvss_score" => "CVSS score",
        "cvss_vector" => "CVSS vector",
        "owasp_category" => "OWASP 2017",
        "owasp_2021_category" => "OWASP 2021",
        "oss_internal_id" => "Advisory",
        "package_url" => "Package URL",
        { Length: > 0 } => char.ToUpperInvariant(key[0]) + key[1..].Replace('_', ' '),
        _ => key,
    };

    /// <summary>What people said of a finding.</summary>
    public static string Status(FindingStatus status) => status switch
    {
        FindingStatus.Fixed => "fixed",
        FindingStatus.Ignored => "ignored",
        FindingStatus.ThirdParty => "somebody else's code",
        _ => "open",
    };
}
