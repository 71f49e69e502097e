using System.Globalization;
using System.Runtime.CompilerServices;

namespace Merlon.Nodes.Collection.Inventory;

/// <summary>Processors, memory, maker and kind of virtualization.</summary>
sealed class HardwareFacts : FactSource
{
    public override async IAsyncEnumerable<(string Name, string? Value)> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var processors = await node.Lines("/proc/cpuinfo", cancellation);
        yield return ("cpus", Count(processors.Count(line => line.StartsWith("processor", StringComparison.Ordinal))));
        yield return ("cpu_model", Field(processors, "model name"));
        yield return ("architecture", await Architecture(node, cancellation));
        var memory = await node.Lines("/proc/meminfo", cancellation);
        yield return ("memory_mb", Megabytes(Field(memory, "MemTotal")));
        yield return ("swap_mb", Megabytes(Field(memory, "SwapTotal")));
        yield return ("system_vendor", await node.Line("/sys/class/dmi/id/sys_vendor", cancellation));
        yield return ("system_product", await node.Line("/sys/class/dmi/id/product_name", cancellation));
        yield return ("bios_version", await node.Line("/sys/class/dmi/id/bios_version", cancellation));
        yield return ("container", await Container(node, cancellation));
    }

    /// <summary>Where the kernel does not say it itself (before 6.1), uname does.</summary>
    static async Task<string?> Architecture(CollectionContext node, CancellationToken cancellation)
    {
        if (await node.Line("/proc/sys/kernel/arch", cancellation) is { Length: > 0 } told) return told;
        var asked = await node.Transport.Run(new Transports.NodeCommand("uname", "-m"), cancellation);
        return asked.Succeeded ? asked.Output.Trim() : null;
    }

    static async Task<string?> Container(CollectionContext node, CancellationToken cancellation)
    {
        if (await node.Line("/run/systemd/container", cancellation) is { Length: > 0 } told) return told;
        if (await node.Transport.Look("/.dockerenv", cancellation) is not null) return "docker";
        return await node.Transport.Look("/run/.containerenv", cancellation) is not null ? "podman" : null;
    }

    static string? Field(string[] lines, string name)
    {
        var line = Array.Find(lines, l => l.StartsWith(name, StringComparison.Ordinal) && l.Contains(':', StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    static string? Megabytes(string? kibibytes) =>
        long.TryParse(kibibytes?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var kib) ? Count(kib / 1024) : null;

    static string? Count(long count) => count == 0 ? null : count.ToString(CultureInfo.InvariantCulture);
}
