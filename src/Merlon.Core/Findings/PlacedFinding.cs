using Merlon.Analysis;

namespace Merlon.Core.Findings;

/// <summary>A finding of a scan, as it is marked at its place in a file.</summary>
/// <param name="Line">1-based; 0 where it is not about a line.</param>
/// <param name="Type">In the words of <see cref="FindingWords"/>.</param>
public sealed record PlacedFinding(long Key, string Path, int Line, string Title, string Type, FindingSeverity Severity, FindingStatus Status)
{
    /// <summary>Whether nobody has settled it.</summary>
    public bool Open => Status is FindingStatus.Unset or FindingStatus.ThirdParty;
}
