using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Cargo;

/// <summary>The dependency tables of a Cargo.toml (doc.rust-lang.org/cargo/reference/specifying-dependencies.html).</summary>
static class CargoScopes
{
    static readonly (string Key, PackageScope Scope)[] Tables =
    [
        ("dependencies", PackageScope.Runtime), ("dev-dependencies", PackageScope.Development), ("dev_dependencies", PackageScope.Development),
        ("build-dependencies", PackageScope.Build), ("build_dependencies", PackageScope.Build),
    ];

    /// <summary>What the manifest asks for, under the packages' own names; entries that say <c>workspace = true</c> take the workspace's.</summary>
    public static IEnumerable<(string Name, DataNode Entry, PackageScope Scope)> AskedFor(DataNode manifest, DataNode? workspace) =>
        new[] { manifest }.Concat(manifest["target"].Fields.Values).SelectMany(place => Tables.SelectMany(t => place[t.Key].Fields.Select(d => Entry(d.Key, d.Value, t.Scope, workspace))));

    static (string, DataNode, PackageScope) Entry(string name, DataNode entry, PackageScope scope, DataNode? workspace)
    {
        var stated = entry["workspace"].IsTrue && workspace is not null ? workspace["workspace"]["dependencies"][name] : entry;
        var optional = scope == PackageScope.Runtime && entry["optional"].IsTrue;
        return (stated["package"].Text ?? entry["package"].Text ?? name, stated, optional ? PackageScope.Optional : scope);
    }
}
