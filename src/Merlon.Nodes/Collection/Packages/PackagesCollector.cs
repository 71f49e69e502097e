using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>
/// Installed packages: <c>packages / apt / openssl {version, architecture, source, source_version, purl}</c>. Sub-sections
/// are <c>apt</c> (dpkg), <c>apk</c>, <c>yum</c> (rpm), and for what is installed for all users <c>pip</c>, <c>npm</c>,
/// <c>gem</c>, <c>dotnet</c>. The purl carries all that advisories are matched by.
/// </summary>
sealed class PackagesCollector : SectionCollector
{
    static readonly PackageSource[] Sources =
        [new DpkgPackages(), new ApkPackages(), new RpmPackages(), new PythonPackages(), new NodePackages(), new RubyGems(), new DotnetTools()];

    public override string Section => "packages";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var source in Sources)
        {
            var found = new List<InstalledPackage>();
            await foreach (var package in source.Find(node, cancellation)) found.Add(package);
            foreach (var (name, package) in PackageItemNames.Of(found)) yield return Describe(source.SubSection, name, package);
        }
    }

    SnapshotItem Describe(string subSection, string name, InstalledPackage package) => Item(
        subSection, name,
        ("version", package.Version),
        ("architecture", package.Architecture),
        ("source", package.Source),
        ("source_version", package.SourceVersion),
        ("path", package.Folder),
        ("purl", package.Purl?.ToString()));
}
