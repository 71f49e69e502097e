namespace Merlon.Analysis.Manifests.Go;

/// <summary>A go.sum without go.mod: all modules whose code was ever weighed for the build, so more than are used.</summary>
sealed class GoSumReader : IManifestReader
{
    public string Ecosystem => "golang";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "go.sum");

    public void Read(ManifestFile file, ManifestReport report)
    {
        // "/go.mod" lines are of modules that may have been weighed by their go.mod only.
        foreach (var words in file.Lines().Select(l => l.Split(' ')).Where(w => w.Length == 3 && !w[1].EndsWith("/go.mod")))
            report.Add(PackageUrls.Go(words[0], words[1]));
    }
}
