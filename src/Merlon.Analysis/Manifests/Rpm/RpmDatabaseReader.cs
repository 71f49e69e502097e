using Merlon.Analysis.Manifests.Debian;

namespace Merlon.Analysis.Manifests.Rpm;

/// <summary>The RPM database of a root file system in SQLite, as RPM writes it since 4.16: a header for each installed package in the
/// table Packages. Public keys, which RPM keeps among them as gpg-pubkey, are no packages. Its older forms, Berkeley DB and NDB, are
/// not read; a note says so, so that the packages are not taken for absent.</summary>
sealed class RpmDatabaseReader : IManifestReader
{
    const string Keys = "gpg-pubkey";

    static readonly string[] Folders = ["usr/lib/sysimage/rpm", "var/lib/rpm"];

    public string Ecosystem => "rpm";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) =>
        ManifestNames.Is(path, "rpmdb.sqlite", "Packages.db") || path.EndsWith("lib/rpm/Packages");

    public void Read(ManifestFile file, ManifestReport report)
    {
        if (file.Name != "rpmdb.sqlite")
        {
            report.Note("RPM databases in Berkeley DB and NDB are not supported: the packages installed here are not known.");
            return;
        }
        if (file.Near("rpmdb.sqlite-wal") is { } log && log.Length > 0) report.Note("What RPM wrote last stands in a log beside the database, which is not read.");
        var release = Folders.Where(f => file.Folder.EndsWith(f)).Select(f => OsRelease.Above(file, f)).FirstOrDefault();
        using var database = new SqliteFile(file.FullPath);
        foreach (var row in database.Rows("Packages")) Add(new RpmHeader(row.Blob(1)), release, report);
    }

    static void Add(RpmHeader header, OsRelease? release, ManifestReport report)
    {
        if (header.Text(RpmHeader.Name) is not { } name || header.Text(RpmHeader.Version) is not { } version || name == Keys) return;
        var whole = header.Text(RpmHeader.Release) is { } build ? $"{version}-{build}" : version;
        report.Add(
            PackageUrls.Rpm(release, name, whole, header.Number(RpmHeader.Epoch), header.Text(RpmHeader.Architecture), header.Text(RpmHeader.Source)),
            licenses: header.Text(RpmHeader.License) is { } license ? [license] : []);
    }
}
