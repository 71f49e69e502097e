using System.Runtime.CompilerServices;
using System.Text;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Mounts;

/// <summary>
/// Mounted file systems: <c>mounts / linux / /var {device, type, options}</c>, options in a stable order. The namespaces and
/// layers that container engines and snaps mount and unmount all day are left out.
/// </summary>
sealed class MountsCollector : SectionCollector
{
    static readonly string[] ComingAndGoing = ["/run/docker/", "/run/containerd/", "/var/lib/docker/", "/var/lib/containers/", "/var/lib/kubelet/pods/", "/run/user/", "/run/netns/", "/snap/"];

    public override string Section => "mounts";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // What is mounted last at a place hides what was there.
        var points = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in (await node.Lines("/proc/self/mounts", cancellation)).Reverse())
        {
            if (line.Split(' ') is not [var device, var place, var type, var options, ..]) continue;
            var point = Unescape(place);
            if (Array.Exists(ComingAndGoing, start => point.StartsWith(start, StringComparison.Ordinal)) || type == "nsfs" || !points.Add(point)) continue;
            yield return Item("linux", point, ("device", Unescape(device)), ("type", type), ("options", string.Join(',', Options(type, options))));
        }
    }

    /// <summary>Layers of an overlay have names of their own at each start.</summary>
    static IEnumerable<string> Options(string type, string options) =>
        options.Split(',').Where(o => type != "overlay" || !o.Contains("dir=", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Spaces and the like stand as three octal digits (fstab(5)).</summary>
    internal static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 3 < text.Length && Octal(text.AsSpan(i + 1, 3)) is { } code)
            {
                bytes.Add(code);
                i += 3;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    static byte? Octal(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7') return null;
            value = value * 8 + (digit - '0');
        }

        return value <= byte.MaxValue ? (byte)value : null;
    }
}
