namespace Merlon.Analysis.Trees;

/// <summary>
/// Lays one tree over another: a file takes the place of what has its path, everything else stays. Both must lie on one file system; files are
/// moved, not copied.
/// </summary>
public static class TreeOverlay
{
    /// <summary>Moves all of <paramref name="upper"/> into <paramref name="lower"/>, which is made if it is not there, and removes what is left of it.</summary>
    public static void Lay(string upper, string lower, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!Directory.Exists(lower))
        {
            File.Delete(lower);
            Directory.Move(upper, lower);
            return;
        }
        foreach (var folder in Directory.EnumerateDirectories(upper).ToList()) Lay(folder, Beneath(lower, folder), ct);
        foreach (var file in Directory.EnumerateFiles(upper).ToList()) Replace(file, Beneath(lower, file));
        Directory.Delete(upper);
    }

    private static void Replace(string file, string place)
    {
        if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
        File.Move(file, place, overwrite: true);
    }

    private static string Beneath(string folder, string path) => Path.Combine(folder, Path.GetFileName(path));
}
