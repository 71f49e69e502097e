namespace Merlon.Packages.Purls;

/// <summary>
/// What advisories are found by: the ecosystem as OSV names it, without a release, and the package's name folded as that
/// ecosystem compares names. Made only by <see cref="Of(string, string)"/> and <see cref="Of(Purl)"/>, so that both sides fold alike.
/// </summary>
public readonly record struct PackageKey
{
    PackageKey(string ecosystem, string name)
    {
        Ecosystem = ecosystem;
        Name = name;
    }

    public string Ecosystem { get; }
    public string Name { get; }

    /// <summary>From an advisory's own words; the ecosystem may carry a release ("Debian:12").</summary>
    public static PackageKey Of(string ecosystem, string name)
    {
        var bare = Purls.Ecosystem.Parse(ecosystem).Name;
        return new(bare, PackageNames.Fold(bare, name));
    }

    /// <summary>From a purl; null when its type belongs to no ecosystem that has advisories.</summary>
    public static PackageKey? Of(Purl purl) => Purls.Ecosystem.Of(purl) is { } ecosystem
        ? new(ecosystem.Name, PackageNames.Fold(ecosystem.Name, PackageNames.Of(purl)))
        : null;

    public override string ToString() => $"{Ecosystem}/{Name}";
}
