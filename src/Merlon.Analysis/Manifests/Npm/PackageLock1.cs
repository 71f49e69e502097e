using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>The nested form of package-lock.json that npm 5 and 6 wrote: it does not say what the project itself asks for, so the
/// package.json beside it is asked.</summary>
sealed class PackageLock1(DataNode dependencies, ManifestFile file)
{
    const int MaxDepth = 100;

    readonly Dictionary<DataNode, (string? Purl, SortedSet<string> AskedBy)> found = [];

    public void Read(ManifestReport report)
    {
        var direct = file.Near("package.json") is { } manifest ? NpmScopes.AskedFor(Json.Read(manifest)).Select(d => d.Name).ToHashSet(StringComparer.Ordinal) : null;
        Collect(dependencies, 0);
        Connect(dependencies, []);
        Report(dependencies, direct, report);
    }

    void Collect(DataNode level, int depth)
    {
        if (depth > MaxDepth) throw new ManifestException($"nested deeper than {MaxDepth}");
        foreach (var (name, entry) in level.Fields)
        {
            var (real, version) = NpmScopes.Unalias(name, entry["version"].Text ?? "");
            found[entry] = (version.StartsWith("file:") ? null : PackageUrls.Npm(real, NpmScopes.IsVersion(version) ? version : null), new(StringComparer.Ordinal));
            Collect(entry["dependencies"], depth + 1);
        }
    }

    void Connect(DataNode level, IReadOnlyList<DataNode> above)
    {
        IReadOnlyList<DataNode> visible = [.. above, level];
        foreach (var entry in level.Fields.Values)
        {
            IReadOnlyList<DataNode> inner = [.. visible, entry["dependencies"]];
            foreach (var name in entry["requires"].Fields.Keys)
                if (inner.LastOrDefault(l => l[name].Exists) is { } holder && found[entry].Purl is { } asking) found[holder[name]].AskedBy.Add(asking);
            Connect(entry["dependencies"], visible);
        }
    }

    void Report(DataNode level, HashSet<string>? direct, ManifestReport report)
    {
        foreach (var (name, entry) in level.Fields)
        {
            var scope = entry["dev"].IsTrue ? PackageScope.Development : entry["optional"].IsTrue ? PackageScope.Optional : PackageScope.Runtime;
            var (purl, askedBy) = found[entry];
            report.Add(purl, scope, level == dependencies && (direct?.Contains(name) ?? askedBy.Count == 0), through: askedBy);
            Report(entry["dependencies"], direct, report);
        }
    }
}
