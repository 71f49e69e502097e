using Merlon.Analysis;
using Merlon.Packages.Advisories;

namespace Merlon.Server.Pages.Words;

/// <summary>The severity of an advisory in the words that findings use.</summary>
static class ShownSeverity
{
    /// <summary>Null where nobody rated it.</summary>
    public static FindingSeverity? Of(Severity severity) => severity switch
    {
        Severity.Critical => FindingSeverity.Critical,
        Severity.High => FindingSeverity.High,
        Severity.Medium => FindingSeverity.Medium,
        Severity.Low => FindingSeverity.Low,
        Severity.None => FindingSeverity.Info,
        _ => null,
    };
}
