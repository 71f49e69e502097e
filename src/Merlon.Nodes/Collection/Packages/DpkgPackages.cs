using System.Runtime.CompilerServices;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>Debian and its kin: dpkg's own database, and the split one that images without dpkg carry.</summary>
sealed class DpkgPackages : PackageSource
{
    public override string SubSection => "apt";

    public override async IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var files = new List<string> { "/var/lib/dpkg/status" };
        files.AddRange((await node.List("/var/lib/dpkg/status.d", cancellation)).Where(f => !f.Name.EndsWith(".md5sums", StringComparison.Ordinal)).Select(f => f.Path));
        foreach (var file in files)
            foreach (var paragraph in ControlParagraphs.Read(await node.Lines(file, cancellation)))
                if (Parse(paragraph, node.System) is { } package) yield return package;
    }

    /// <summary>The package of a paragraph; null when it is not installed (removed, with its configuration left) or not a package.</summary>
    internal static InstalledPackage? Parse(Dictionary<string, string> paragraph, OperatingSystemFacts system)
    {
        if (!paragraph.TryGetValue("Package", out var name) || !paragraph.TryGetValue("Version", out var version)) return null;
        // "want flag status": only the last word says what is on the disk. The split database has no such field.
        if (paragraph.TryGetValue("Status", out var status) && !status.EndsWith(" installed", StringComparison.Ordinal)) return null;
        var (source, sourceVersion) = Source(paragraph.GetValueOrDefault("Source"), name, version);
        var architecture = paragraph.GetValueOrDefault("Architecture");
        return new InstalledPackage(name, version, MakePurl(name, version, architecture, source, sourceVersion, system))
        {
            Architecture = architecture,
            Source = source,
            SourceVersion = sourceVersion,
        };
    }

    /// <summary>"Source: glibc (2.36-9)"; without the field, or without a version in it, the package's own count.</summary>
    static (string Name, string Version) Source(string? field, string name, string version)
    {
        if (string.IsNullOrEmpty(field)) return (name, version);
        var open = field.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? (field, version) : (field[..open].Trim(), field[(open + 1)..].TrimEnd(')', ' '));
    }

    static Purl? MakePurl(string name, string version, string? architecture, string source, string sourceVersion, OperatingSystemFacts system)
    {
        var qualifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (architecture is not null) qualifiers["arch"] = architecture;
        if ((system.Version ?? system.CodeName) is { } release) qualifiers["distro"] = $"{system.Id}-{release}";
        if (sourceVersion != version) qualifiers["upstream"] = $"{source}@{sourceVersion}";
        else if (source != name) qualifiers["upstream"] = source;
        return Purl.Build("deb", system.Id, name, version, qualifiers);
    }
}
