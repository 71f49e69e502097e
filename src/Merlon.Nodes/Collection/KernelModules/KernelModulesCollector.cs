using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.KernelModules;

/// <summary>
/// Loaded kernel modules: <c>kernel_modules / linux / xfs {size, version, taint}</c>; use counts are left out, they change by
/// themselves. <c>taint</c> is why a module is not one of the kernel's own (O: from elsewhere, E: unsigned, P: proprietary).
/// </summary>
sealed class KernelModulesCollector : SectionCollector
{
    public override string Section => "kernel_modules";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var line in await node.Lines("/proc/modules", cancellation))
        {
            if (line.Split(' ') is not [var name, var size, _, _, "Live", ..]) continue;
            var taint = await node.Line($"/sys/module/{name}/taint", cancellation);
            var version = await node.Line($"/sys/module/{name}/version", cancellation);
            yield return Item("linux", name, ("size", size), ("version", version), ("taint", string.IsNullOrEmpty(taint) ? null : taint));
        }
    }
}
