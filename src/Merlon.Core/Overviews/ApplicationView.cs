using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Scans;

namespace Merlon.Core.Overviews;

/// <summary>An application as its page shows it.</summary>
/// <param name="Current">The scan that it shows; null before the first.</param>
/// <param name="Scans">Its last scans of all branches, whatever became of them, newest first; empty for who may not read scans.</param>
public sealed record ApplicationView(Application Application, Scan? Current, ImmutableArray<Scan> Scans)
{
    /// <summary>What its packages were judged by.</summary>
    public AdvisoryAges Advisories => AdvisoryAges.Of(Current is null ? [] : [Current.Counts]);
}
