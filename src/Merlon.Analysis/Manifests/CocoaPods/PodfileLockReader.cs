using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.CocoaPods;

/// <summary>Podfile.lock: pods as "Name (1.0.0)", alone or with the list of what they ask for; DEPENDENCIES is what the Podfile asks for.</summary>
sealed class PodfileLockReader : IManifestReader
{
    public string Ecosystem => "cocoapods";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "Podfile.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Yaml.Read(file);
        var graph = new LockGraph<string>();
        var pods = document["PODS"].Items.SelectMany(p => p.Text is { } text ? [(text, DataNode.Missing)] : p.Fields.Select(f => (Key: f.Key, f.Value))).ToList();
        foreach (var (pod, _) in pods) graph.Add(Name(pod), PackageUrls.CocoaPods(Name(pod), pod.IndexOf('(') is > 0 and var open ? pod[(open + 1)..].TrimEnd(')') : null));
        foreach (var (pod, asked) in pods)
            foreach (var one in asked.Texts) graph.Edge(Name(pod), Name(one));
        foreach (var asked in document["DEPENDENCIES"].Texts) graph.Root(Name(asked), PackageScope.Runtime);
        graph.Report(report);
    }

    static string Name(string pod) => pod.Split(' ')[0];
}
