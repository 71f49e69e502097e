using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Conan;

/// <summary>conan.lock: a graph with numbered nodes in Conan 1, flat lists of references in Conan 2.</summary>
sealed class ConanLockReader : IManifestReader
{
    public string Ecosystem => "conan";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "conan.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Json.Read(file);
        foreach (var (group, scope) in (ReadOnlySpan<(string, PackageScope)>)[("requires", PackageScope.Runtime), ("build_requires", PackageScope.Build), ("python_requires", PackageScope.Build)])
            foreach (var reference in document[group].Texts) report.Add(ConanReference.Purl(reference), scope);
        var graph = new LockGraph<string>();
        foreach (var (key, node) in document["graph_lock"]["nodes"].Fields) graph.Add(key, key == "0" ? null : ConanReference.Purl(node["ref"].Text ?? ""));
        foreach (var (key, node) in document["graph_lock"]["nodes"].Fields)
            foreach (var (group, scope) in (ReadOnlySpan<(string, PackageScope)>)[("requires", PackageScope.Runtime), ("build_requires", PackageScope.Build)])
                foreach (var asked in node[group].Texts)
                    if (key == "0") graph.Root(asked, scope);
                    else graph.Edge(key, asked);
        graph.Report(report);
    }
}

/// <summary>conanfile.txt: references below [requires] and [build_requires].</summary>
sealed class ConanFileReader : IManifestReader
{
    public string Ecosystem => "conan";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "conanfile.txt");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var section = "";
        foreach (var line in file.Lines().Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0))
            if (line[0] == '[') section = line;
            else if (section is "[requires]" or "[build_requires]" or "[tool_requires]" or "[test_requires]")
                report.Add(ConanReference.Purl(line), section switch { "[requires]" => PackageScope.Runtime, "[test_requires]" => PackageScope.Test, _ => PackageScope.Build }, direct: true, requirement: ConanReference.Range(line));
    }
}

/// <summary>"name/version@user/channel#revision", where a version in brackets is a range.</summary>
static class ConanReference
{
    public static string? Purl(string reference)
    {
        var bare = reference.Split('#', '%')[0];
        var parts = bare.Split('@');
        var name = parts[0].Split('/');
        var user = parts.Length > 1 ? parts[1].Split('/') : [];
        return name.Length < 2 ? null : PackageUrls.Conan(name[0], Range(bare) is null ? name[1] : null, user is [{ Length: > 0 } u, ..] && u != "_" ? u : null, user is [_, { Length: > 0 } c] && c != "_" ? c : null);
    }

    public static string? Range(string reference) =>
        reference.IndexOf('[') is > 0 and var open && reference.IndexOf(']', open) is > 0 and var close ? reference[(open + 1)..close] : null;
}
