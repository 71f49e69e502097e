using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Groups;

/// <summary>Local groups: <c>groups / linux / sudo {gid, members}</c>; members by name, joined by commas.</summary>
sealed class GroupsCollector : SectionCollector
{
    public override string Section => "groups";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var group in GroupFile.Parse(await node.Lines("/etc/group", cancellation)))
            yield return Item("linux", group.Name, ("gid", group.Gid), ("members", string.Join(',', group.Members)));
    }
}
