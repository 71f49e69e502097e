using System.Runtime.CompilerServices;

namespace Merlon.Nodes.Collection.Inventory;

/// <summary>Name, system, kernel and time zone.</summary>
sealed class SystemFacts : FactSource
{
    const string ZoneFolder = "/zoneinfo/";

    public override async IAsyncEnumerable<(string Name, string? Value)> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ("hostname", await node.Line("/proc/sys/kernel/hostname", cancellation) ?? await node.Line("/etc/hostname", cancellation));
        yield return ("os_family", node.System.Family);
        yield return ("os_distro", node.System.Name);
        yield return ("os_distro_id", node.System.Id);
        yield return ("os_distro_version", await Version(node, cancellation));
        yield return ("os_distro_codename", node.System.CodeName);
        yield return ("kernel", await node.Line("/proc/sys/kernel/ostype", cancellation));
        yield return ("kernel_release", await node.Line("/proc/sys/kernel/osrelease", cancellation));
        yield return ("kernel_version", await node.Line("/proc/sys/kernel/version", cancellation));
        yield return ("timezone", await TimeZone(node, cancellation));
    }

    /// <summary>Debian's own file knows the point release, which os-release does not.</summary>
    static async Task<string?> Version(CollectionContext node, CancellationToken cancellation) =>
        node.System.Id == "debian" && await node.Line("/etc/debian_version", cancellation) is { Length: > 0 } exact ? exact : node.System.Version;

    static async Task<string?> TimeZone(CollectionContext node, CancellationToken cancellation)
    {
        var target = (await node.Transport.Look("/etc/localtime", cancellation))?.Target;
        var at = target?.IndexOf(ZoneFolder, StringComparison.Ordinal) ?? -1;
        return at >= 0 ? target![(at + ZoneFolder.Length)..] : await node.Line("/etc/timezone", cancellation);
    }
}
