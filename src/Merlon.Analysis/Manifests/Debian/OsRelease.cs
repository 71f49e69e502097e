namespace Merlon.Analysis.Manifests.Debian;

/// <summary>Which distribution a root file system is of (os-release(5)).</summary>
/// <param name="Id">Such as debian, ubuntu, alpine.</param>
/// <param name="Distribution">The purl qualifier: id and release, such as debian-12; null where the release is not stated.</param>
sealed record OsRelease(string Id, string? Distribution)
{
    /// <param name="database">The folder of the package database below the root, as the database's path shows it.</param>
    public static OsRelease? Above(ManifestFile file, string database)
    {
        var up = string.Concat(Enumerable.Repeat("../", file.Folder[file.Folder.LastIndexOf(database, StringComparison.Ordinal) is >= 0 and var at ? at.. : ..].Split('/').Length));
        if ((file.Near(up + "etc/os-release") ?? file.Near(up + "usr/lib/os-release")) is not { } found) return null;
        var fields = found.Lines().Select(l => l.Split('=', 2)).Where(p => p.Length == 2).GroupBy(p => p[0].Trim()).ToDictionary(g => g.Key, g => g.Last()[1].Trim().Trim('"', '\''), StringComparer.Ordinal);
        if (!fields.TryGetValue("ID", out var id)) return null;
        return new(id, fields.TryGetValue("VERSION_ID", out var release) ? $"{id}-{release}" : null);
    }
}
