using Merlon.Core.Applications;
using Merlon.Core.Scans;

namespace Merlon.Core.Overviews;

/// <summary>A scan in a list.</summary>
/// <param name="Application">The public id of the application.</param>
/// <param name="ApplicationName">Its name.</param>
public sealed record ScanLine(string Application, string ApplicationName, Scan Scan)
{
    /// <summary>When it ended, or began while it runs.</summary>
    public DateTimeOffset At => Scan.CompletedAt ?? Scan.StartedAt;

    internal static ScanLine Of(Application application, Scan scan) => new(application.PublicId, application.Name, scan);
}
