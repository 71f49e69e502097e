namespace Merlon.Analysis.Manifests.Rpm;

/// <summary>The RPM database of a root file system. It is not read: the headers lie in SQLite, Berkeley DB or RPM's own store, for which
/// there is no reader here. A note says so, so that the packages are not taken for absent.</summary>
sealed class RpmDatabaseReader : IManifestReader
{
    public string Ecosystem => "rpm";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) =>
        ManifestNames.Is(path, "rpmdb.sqlite", "Packages.db") || path.EndsWith("lib/rpm/Packages");

    public void Read(ManifestFile file, ManifestReport report) =>
        report.Note("RPM databases are not supported: the packages installed here are not known.");
}
