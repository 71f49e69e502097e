using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>poetry.lock, uv.lock, pdm.lock and pylock.toml: lists of packages with what each asks for, in TOML. What the project asks for
/// is in its pyproject.toml (and, with uv, in the entries of the workspace's own members).</summary>
sealed class PythonLockReader : IManifestReader
{
    public string Ecosystem => "pypi";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Toml.Read(file);
        var packages = document["package"].Exists ? document["package"].Items : document["packages"].Items;
        var graph = new LockGraph<string>();
        foreach (var package in packages.Where(p => !IsOwn(p))) graph.Add(Key(package), Key(package) is { Length: > 0 } purl ? purl : null);
        // One name may be locked in several versions, each for other systems or versions of Python.
        var byName = packages.Where(p => !IsOwn(p)).ToLookup(p => Name(p["name"].Text), Key);
        foreach (var package in packages.Where(p => !IsOwn(p)))
            foreach (var (name, version, optional) in AskedBy(package))
                foreach (var target in byName[Name(name)].Where(t => version is null || t == PackageUrls.PyPi(name, version))) graph.Edge(Key(package), target, optional);
        AddRoots(file, packages, byName, graph, report);
        graph.Report(report);
    }

    static void AddRoots(ManifestFile file, IEnumerable<DataNode> packages, ILookup<string, string> byName, LockGraph<string> graph, ManifestReport report)
    {
        foreach (var own in packages.Where(IsOwn))
        {
            var folder = own["source"]["editable"].Text ?? own["source"]["virtual"].Text ?? own["source"]["directory"].Text ?? ".";
            if (file.Near(folder + "/pyproject.toml") is { } member) AddRoots(member, byName, graph, report);
        }
        if (file.Near("pyproject.toml") is { } project) AddRoots(project, byName, graph, report);
    }

    static void AddRoots(ManifestFile project, ILookup<string, string> byName, LockGraph<string> graph, ManifestReport report)
    {
        report.Cover(project.Path);
        foreach (var (requirement, scope) in PyProject.AskedFor(Toml.Read(project)))
            if (scope != PackageScope.Build)
                foreach (var target in byName[Name(requirement.Name)]) graph.Root(target, scope);
    }

    /// <summary>Poetry writes a table by name, uv and pylock a list of tables, PDM a list of requirements.</summary>
    static IEnumerable<(string Name, string? Version, bool Optional)> AskedBy(DataNode package)
    {
        foreach (var (name, entry) in package["dependencies"].Fields) yield return (name, null, entry["optional"].IsTrue);
        foreach (var item in package["dependencies"].Items)
            if ((item.Text is { } text ? Requirement.Parse(text)?.Name : item["name"].Text) is { } name) yield return (name, item["version"].Text, false);
        foreach (var item in package["optional-dependencies"].Fields.Values.SelectMany(g => g.Items))
            if (item["name"].Text is { } name) yield return (name, item["version"].Text, true);
    }

    /// <summary>A member of the workspace, which uv lists among the packages.</summary>
    static bool IsOwn(DataNode package) => package["source"]["editable"].Exists || package["source"]["virtual"].Exists || package["source"]["directory"].Exists;

    static string Key(DataNode package) => PackageUrls.PyPi(package["name"].Text ?? "", package["version"].Text) ?? "";

    static string Name(string? name) => PackageUrls.PyPi(name ?? "", null) ?? "";
}
