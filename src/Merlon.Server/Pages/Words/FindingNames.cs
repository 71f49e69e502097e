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

    /// <summary>What people said of a finding.</summary>
    public static string Status(FindingStatus status) => status switch
    {
        FindingStatus.Fixed => "fixed",
        FindingStatus.Ignored => "ignored",
        FindingStatus.ThirdParty => "somebody else's code",
        _ => "open",
    };
}
