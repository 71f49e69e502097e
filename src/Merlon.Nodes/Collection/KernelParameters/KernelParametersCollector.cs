using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.KernelParameters;

/// <summary>
/// Kernel parameters as sysctl names them: <c>kernel_parameters / linux / net.ipv4.ip_forward {value}</c>. Those that the
/// kernel itself counts or makes up are left out, and so are those of single network interfaces that come and go.
/// </summary>
sealed class KernelParametersCollector : SectionCollector
{
    const int ValueLimit = 4096;
    const int MaximumDepth = 12;
    const string Root = "/proc/sys";

    static readonly string[] Changing =
    [
        "fs.dentry-state", "fs.file-nr", "fs.inode-nr", "fs.inode-state", "fs.aio-nr", "fs.epoll", "fs.quota", "kernel.ns_last_pid", "kernel.pty.nr",
        "kernel.random.", "kernel.tainted", "kernel.hostname", "kernel.domainname", "kernel.version", "kernel.osrelease", "kernel.ostype",
        "kernel.sched_domain", "net.netfilter.nf_conntrack_count", "net.ipv4.route.flush", "vm.stat_refresh", "dev.cdrom", "sunrpc.",
        "net.ipv4.conf.veth", "net.ipv6.conf.veth", "net.ipv4.neigh.veth", "net.ipv6.neigh.veth", "net.mptcp.",
    ];

    public override string Section => "kernel_parameters";

    public override IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, CancellationToken cancellation) => Walk(node, Root, 0, cancellation);

    async IAsyncEnumerable<SnapshotItem> Walk(CollectionContext node, string folder, int depth, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in node.Transport.List(folder, cancellation))
        {
            // Points in sysctl's names stand for folders, a point inside a name becomes a slash.
            var name = entry.Path[(Root.Length + 1)..].Replace('.', '\n').Replace('/', '.').Replace('\n', '/');
            if (Array.Exists(Changing, start => name.StartsWith(start, StringComparison.Ordinal))) continue;
            if (entry.Kind == NodeFileKind.Folder && depth < MaximumDepth)
            {
                await foreach (var item in Walk(node, entry.Path, depth + 1, cancellation)) yield return item;
            }
            else if (entry.Kind == NodeFileKind.File && CanBeRead(entry) && await Value(node, entry.Path, cancellation) is { } value)
            {
                yield return Item("linux", name, ("value", value));
            }
        }
    }

    /// <summary>Some parameters can only be written, which does something: they have no permission to read.</summary>
    static bool CanBeRead(NodeFile file) => file.Mode is not { } mode || (mode & 0x124) != 0;

    static async Task<string?> Value(CollectionContext node, string path, CancellationToken cancellation)
    {
        var content = await node.Transport.ReadFile(path, ValueLimit, cancellation);
        return content.State != FileState.Read ? null : string.Join(' ', System.Text.Encoding.UTF8.GetString(content.Bytes.Span).Split((char[])['\t', '\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
