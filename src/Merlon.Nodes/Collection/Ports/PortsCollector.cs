using System.Globalization;
using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Ports;

/// <summary>
/// Listening ports: <c>ports / tcp / 22 {process, addresses, user}</c>, IPv4 and IPv6 together, addresses in a stable
/// order. <c>process</c> is missing where its owner may not be seen.
/// </summary>
sealed class PortsCollector : SectionCollector
{
    public override string Section => "ports";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sockets = new List<ListeningSocket>();
        foreach (var table in (string[])["tcp", "tcp6", "udp", "udp6"])
            sockets.AddRange(ListeningSocket.Parse(table[..3], await node.Lines("/proc/net/" + table, cancellation)));

        sockets.RemoveAll(socket => !node.Options.Ports.Includes(socket.Protocol, socket.Port));
        var owners = await SocketOwners.Find(node, sockets.Select(s => s.Inode).ToHashSet(), cancellation);
        var users = (await node.Lines("/etc/passwd", cancellation)).Select(l => l.Split(':')).Where(f => f.Length > 2).ToLookup(f => f[2], f => f[0]);
        foreach (var port in sockets.GroupBy(s => (s.Protocol, s.Port)))
        {
            yield return Item(
                port.Key.Protocol, port.Key.Port.ToString(CultureInfo.InvariantCulture),
                ("process", Join(port.Select(s => owners.GetValueOrDefault(s.Inode)))),
                ("addresses", Join(port.Select(s => s.Address))),
                ("user", Join(port.Select(s => users[s.UserId].FirstOrDefault() ?? s.UserId))));
        }
    }

    static string? Join(IEnumerable<string?> values) =>
        values.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } known ? string.Join(',', known) : null;
}
