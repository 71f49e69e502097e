namespace Merlon.Nodes.Collection.Packages;

/// <summary>
/// Gives packages unique item names. Most keep their own, so that a new version is a change of one item; where one name is
/// installed several times, what tells them apart is added: the architecture, else the version, else the folder.
/// </summary>
static class PackageItemNames
{
    public static IEnumerable<(string Name, InstalledPackage Package)> Of(IEnumerable<InstalledPackage> packages)
    {
        foreach (var same in packages.GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            var several = same.Distinct().ToList();
            var suffix = several.Count == 1 ? _ => "" : Telling(several);
            foreach (var package in several) yield return (package.Name + suffix(package), package);
        }
    }

    static Func<InstalledPackage, string> Telling(List<InstalledPackage> several)
    {
        bool Tells(Func<InstalledPackage, string?> by) => several.Select(by).Distinct().Count() == several.Count;
        if (Tells(p => p.Architecture)) return p => ":" + p.Architecture;
        if (Tells(p => p.Version)) return p => "@" + p.Version;
        return p => $"@{p.Version} {p.Architecture}{p.Folder}";
    }
}
