using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.Ports;

/// <summary>Which process holds a socket: its open files are links to "socket:[inode]".</summary>
static class SocketOwners
{
    const string LinkStart = "socket:[";

    /// <summary>Process names by inode, for those of the wanted sockets whose owner may be seen.</summary>
    public static async Task<Dictionary<string, string>> Find(CollectionContext node, HashSet<string> wanted, CancellationToken cancellation)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var process in node.Transport.List("/proc", cancellation))
        {
            if (owners.Count == wanted.Count) break;
            if (!process.Name.All(char.IsAsciiDigit)) continue;
            var held = await Sockets(node, process.Path + "/fd", wanted, cancellation);
            if (held.Count == 0) continue;
            var name = await node.Line(process.Path + "/comm", cancellation) ?? "";
            foreach (var inode in held) owners.TryAdd(inode, name);
        }

        return owners;
    }

    static async Task<List<string>> Sockets(CollectionContext node, string folder, HashSet<string> wanted, CancellationToken cancellation)
    {
        var inodes = new List<string>();
        await foreach (var file in node.Transport.List(folder, cancellation))
            if (file.Kind == NodeFileKind.Link && file.Target is { } target && target.StartsWith(LinkStart, StringComparison.Ordinal) && wanted.Contains(target[LinkStart.Length..^1]))
                inodes.Add(target[LinkStart.Length..^1]);
        return inodes;
    }
}
