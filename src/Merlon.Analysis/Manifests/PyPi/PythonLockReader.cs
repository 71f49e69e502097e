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
        foreach (var package in packages.Where(p => !IsOwn(p))) graph.Add(Key(package["name"].Text), PackageUrls.PyPi(package["name"].Text ?? "", package["version"].Text));
        foreach (var package in packages)
            foreach (var (name, optional) in AskedBy(package))
                if (!IsOwn(package)) graph.Edge(Key(package["name"].Text), Key(name), optional);
        AddRoots(file, packages, graph, report);
        graph.Report(report);
    }

    static void AddRoots(ManifestFile file, IEnumerable<DataNode> packages, LockGraph<string> graph, ManifestReport report)
    {
        foreach (var own in packages.Where(IsOwn))
        {
            var folder = own["source"]["editable"].Text ?? own["source"]["virtual"].Text ?? own["source"]["directory"].Text ?? ".";
            if (file.Near(folder + "/pyproject.toml") is { } member) AddRoots(member, graph, report);
        }
        if (file.Near("pyproject.toml") is { } project) AddRoots(project, graph, report);
    }

    static void AddRoots(ManifestFile project, LockGraph<string> graph, ManifestReport report)
    {
        report.Cover(project.Path);
        foreach (var (requirement, scope) in PyProject.AskedFor(Toml.Read(project)))
            if (scope != PackageScope.Build) graph.Root(Key(requirement.Name), scope);
    }

    /// <summary>Poetry writes a table by name, uv and pylock a list of tables, PDM a list of requirements.</summary>
    static IEnumerable<(string Name, bool Optional)> AskedBy(DataNode package)
    {
        foreach (var (name, entry) in package["dependencies"].Fields) yield return (name, entry["optional"].IsTrue);
        foreach (var item in package["dependencies"].Items)
            if ((item.Text is { } text ? Requirement.Parse(text)?.Name : item["name"].Text) is { } name) yield return (name, false);
        foreach (var name in package["optional-dependencies"].Fields.Values.SelectMany(g => g.Items).Select(i => i["name"].Text).OfType<string>()) yield return (name, true);
    }

    /// <summary>A member of the workspace, which uv lists among the packages.</summary>
    static bool IsOwn(DataNode package) => package["source"]["editable"].Exists || package["source"]["virtual"].Exists || package["source"]["directory"].Exists;

    static string Key(string? name) => PackageUrls.PyPi(name ?? "", null) ?? "";
}
