using System.Text;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection;

/// <summary>
/// Which system a node runs, as its os-release file says. <paramref name="Id"/> is <c>debian</c>, <c>alpine</c>, ...;
/// <paramref name="Version"/> is null for systems without versions (Debian testing, Arch).
/// </summary>
public sealed record OperatingSystemFacts(string Family, string Id, string Name, string? Version, string? CodeName)
{
    /// <summary>Reads /etc/os-release, or /usr/lib/os-release as the system's manual asks; null when the node has neither.</summary>
    public static async Task<OperatingSystemFacts?> Detect(INodeTransport transport, CancellationToken cancellation)
    {
        foreach (var path in (string[])["/etc/os-release", "/usr/lib/os-release"])
        {
            var content = await transport.ReadFile(path, 64 * 1024, cancellation);
            if (content.State == FileState.Read) return Parse(Encoding.UTF8.GetString(content.Bytes.Span));
        }

        return null;
    }

    public static OperatingSystemFacts Parse(string osRelease)
    {
        var values = Assignments.Parse(osRelease);
        var id = values.GetValueOrDefault("ID") ?? "linux";
        return new OperatingSystemFacts(
            "Linux", id, values.GetValueOrDefault("NAME") ?? id,
            values.GetValueOrDefault("VERSION_ID"), values.GetValueOrDefault("VERSION_CODENAME"));
    }
}
