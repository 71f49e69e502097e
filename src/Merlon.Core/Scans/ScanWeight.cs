using Merlon.Analysis;

namespace Merlon.Core.Scans;

/// <summary>How much a result counts towards a full batch, so that a batch stays within a few megabytes whatever is in it.</summary>
internal static class ScanWeight
{
    public static int Of(ScanResult result) => result switch
    {
        ScannedFile file => 1 + file.Licenses.Length + file.Copyrights.Length + file.Authors.Length + file.Emails.Length + file.Urls.Length + file.Terms.Length,
        Finding finding => 1 + finding.Flow.Length,
        _ => 1,
    };
}
