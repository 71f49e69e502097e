using System.Runtime.CompilerServices;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>
/// Python distributions in the interpreters' shared folders, known by the names of their metadata folders (PEP 376, PEP 427).
/// What the system's own package manager put there is left to it: its fixes do not show in upstream's version numbers.
/// </summary>
sealed class PythonPackages : PackageSource
{
    const string OwnRoot = "/usr/local/";
    static readonly string[] Roots = ["/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64"];
    static readonly string[] Installers = ["pip", "uv", "poetry", "pdm", "conda"];

    public override string SubSection => "pip";

    public override async IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var root in Roots)
        {
            foreach (var interpreter in (await node.List(root, cancellation)).Where(f => f.Name.StartsWith("python3", StringComparison.Ordinal)))
            {
                foreach (var library in (string[])["site-packages", "dist-packages"])
                {
                    var folder = $"{interpreter.Path}/{library}";
                    await foreach (var entry in node.Transport.List(folder, cancellation))
                        if (Parse(entry.Name, folder) is { } package && await IsForeign(node, entry.Path, cancellation)) yield return package;
                }
            }
        }
    }

    /// <summary>Outside /usr/local only what says that a Python installer brought it (PEP 376, INSTALLER).</summary>
    static async Task<bool> IsForeign(CollectionContext node, string metadata, CancellationToken cancellation) =>
        metadata.StartsWith(OwnRoot, StringComparison.Ordinal)
        || (await node.Line(metadata + "/INSTALLER", cancellation) is { } installer && Array.IndexOf(Installers, installer) >= 0);

    /// <summary>"requests-2.31.0.dist-info", "six-1.16.0.egg-info", "six-1.16.0-py3.11.egg-info"; null for anything else.</summary>
    internal static InstalledPackage? Parse(string entry, string folder)
    {
        var stem = entry.EndsWith(".dist-info", StringComparison.Ordinal) || entry.EndsWith(".egg-info", StringComparison.Ordinal) ? entry[..^10] : "";
        if (entry.EndsWith(".egg-info", StringComparison.Ordinal)) stem = entry[..^9];
        if (stem.Split('-') is not [var name, var version, ..] || name.Length == 0 || version.Length == 0 || !char.IsAsciiDigit(version[0])) return null;
        var normal = name.Replace('_', '-').Replace('.', '-').ToLowerInvariant();
        return new InstalledPackage(normal, version, Purl.Build("pypi", null, normal, version)) { Folder = folder };
    }
}
