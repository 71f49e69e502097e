using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Inventory;

/// <summary>
/// What kind of machine it is: <c>inventory / facts / os_distro_version {value}</c>. Facts that change by themselves, such as
/// uptime and free memory, are left out: every scan would differ.
/// </summary>
sealed class InventoryCollector : SectionCollector
{
    static readonly FactSource[] Sources = [new SystemFacts(), new HardwareFacts(), new NetworkFacts(), new SecurityFacts()];

    public override string Section => "inventory";

    public override string Counted => "facts";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var source in Sources)
            await foreach (var (name, value) in source.Find(node, cancellation))
                if (!string.IsNullOrEmpty(value)) yield return Item("facts", name, ("value", value));
    }
}
