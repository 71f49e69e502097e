namespace Merlon.Analysis.Manifests.Npm;

/// <summary>bun.lockb, the binary lock file of bun before 1.2. It is not read; a note says so, and the package.json beside it is read for
/// what it asks for.</summary>
sealed class BunBinaryLockReader : IManifestReader
{
    public string Ecosystem => "npm";

    // It silences nothing.
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "bun.lockb") && !ManifestNames.IsBelow(path, "node_modules");

    public void Read(ManifestFile file, ManifestReport report) =>
        report.Note("The binary lock file of bun before 1.2 is not supported: what was resolved is not known. \"bun install --save-text-lockfile\" writes the one that is.");
}
