using System.Runtime.CompilerServices;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>Alpine and its kin: apk's own database, one-letter fields in paragraphs.</summary>
sealed class ApkPackages : PackageSource
{
    public override string SubSection => "apk";

    public override async IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in (string[])["/lib/apk/db/installed", "/usr/lib/apk/db/installed"])
        {
            var lines = await node.Lines(file, cancellation);
            foreach (var package in Parse(lines, node.System)) yield return package;
            if (lines.Length > 0) yield break;
        }
    }

    /// <summary>Keys are case-sensitive here: "P:" is the name, "p:" what it provides.</summary>
    internal static IEnumerable<InstalledPackage> Parse(IEnumerable<string> lines, OperatingSystemFacts system)
    {
        var fields = new Dictionary<char, string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 2 && line[1] == ':') fields[line[0]] = line[2..];
            if (line.Length > 0) continue;
            if (fields.TryGetValue('P', out var name) && fields.TryGetValue('V', out var version))
                yield return Package(name, version, fields.GetValueOrDefault('A'), fields.GetValueOrDefault('o'), system);
            fields.Clear();
        }
    }

    static InstalledPackage Package(string name, string version, string? architecture, string? origin, OperatingSystemFacts system)
    {
        var qualifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (architecture is not null) qualifiers["arch"] = architecture;
        if (system.Version is { } release) qualifiers["distro"] = $"{system.Id}-{release}";
        if (origin is not null && origin != name) qualifiers["upstream"] = origin;
        return new InstalledPackage(name, version, Purl.Build("apk", system.Id, name, version, qualifiers)) { Architecture = architecture, Source = origin };
    }
}
