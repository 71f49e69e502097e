using System.Data.Common;
using Merlon.Analysis;

namespace Merlon.Core.Scans;

/// <summary>
/// One kind of thing that a scan leaves behind: findings, packages, files, inventory. Register with <c>services.AddScoped&lt;IScanPart, X&gt;()</c>.
/// Rows may go straight to their final table under the scan's key, as long as readers start from a completed scan
/// (<see cref="Applications.Application.CurrentScanKey"/>, or <see cref="Scans.Completed"/>).
/// </summary>
public interface IScanPart
{
    /// <summary>Keeps what it wants of a batch, invisibly, in transactions of its own. Called once per batch, in the order of results.</summary>
    Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct);

    /// <summary>Does all that takes long or draws keys, before the publishing transaction begins. May stage more, through <paramref name="more"/>.</summary>
    Task Prepare(Scan scan, IScanIntake more, CancellationToken ct) => Task.CompletedTask;

    /// <summary>
    /// Makes the part visible inside the publishing transaction, which all parts share: short, set by set. Kept counts go to <see cref="Scan.Counts"/>.
    /// The scoped <c>MerlonDb</c> is in the same transaction; what it tracks is saved when all parts are done.
    /// </summary>
    Task Publish(Scan scan, DbTransaction transaction, CancellationToken ct);

    /// <summary>Removes what staging left, after the scan was published. Safe to run twice.</summary>
    Task Tidy(Scan scan, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Removes everything kept under the key of a scan that never completes. Safe to run twice.</summary>
    Task Discard(Scan scan, CancellationToken ct);

    /// <summary>Removes what is kept under the key of a scan that was published long ago and is no longer shown anywhere. Safe to run twice.</summary>
    Task Retire(Scan scan, CancellationToken ct) => Discard(scan, ct);
}

/// <summary>Where results are handed in.</summary>
public interface IScanIntake
{
    /// <summary>Hands one batch to every part.</summary>
    Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct);
}
