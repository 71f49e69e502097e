using System.Data.Common;
using Merlon.Analysis;
using Merlon.Core.Scans;

namespace Merlon.Core.Search;

/// <summary>Makes the packages of a scan findable by name. A name alone shows nothing, so it needs no publishing and no clearing away.</summary>
internal sealed class ComponentNamesPart(ComponentNames names) : IScanPart
{
    public Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct) =>
        names.Add(scan.TenantKey, batch.OfType<FoundPackage>().Select(package => package.Purl), ct);

    public Task Publish(Scan scan, DbTransaction transaction, CancellationToken ct) => Task.CompletedTask;

    public Task Discard(Scan scan, CancellationToken ct) => Task.CompletedTask;
}
