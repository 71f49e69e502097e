namespace Merlon.Packages.Versions;

/// <summary>
/// The order of versions in one ecosystem. Total over any text: what an ecosystem would refuse still gets a place,
/// and nothing throws. Compared in time linear in the length of the texts.
/// </summary>
public abstract class VersionOrder : IComparer<string>
{
    static readonly SemVerOrder SemVer = new();
    static readonly DebianOrder Debian = new();
    static readonly AlpineOrder Alpine = new();
    static readonly RpmOrder Rpm = new();
    static readonly NaturalOrder Natural = new();

    static readonly Dictionary<string, VersionOrder> ByEcosystem = new(StringComparer.Ordinal)
    {
        ["semver"] = SemVer, ["npm"] = SemVer, ["go"] = SemVer, ["golang"] = SemVer, ["crates.io"] = SemVer, ["cargo"] = SemVer,
        ["hex"] = SemVer, ["swifturl"] = SemVer, ["swift"] = SemVer, ["githubactions"] = SemVer, ["julia"] = SemVer, ["vscode"] = SemVer,
        ["bitnami"] = SemVer, ["cocoapods"] = new GemOrder(),
        ["nuget"] = new NuGetOrder(),
        ["maven"] = new MavenOrder(),
        ["pypi"] = new PyPiOrder(),
        ["rubygems"] = new GemOrder(), ["gem"] = new GemOrder(),
        ["packagist"] = new PackagistOrder(), ["composer"] = new PackagistOrder(),
        ["pub"] = new PubOrder(),
        ["cran"] = new CranOrder(), ["bioconductor"] = new CranOrder(),
        ["hackage"] = new HackageOrder(), ["ghc"] = new HackageOrder(),
        ["debian"] = Debian, ["deb"] = Debian, ["ubuntu"] = Debian, ["echo"] = Debian,
        ["alpine"] = Alpine, ["apk"] = Alpine, ["chainguard"] = Alpine, ["wolfi"] = Alpine, ["minimos"] = Alpine, ["alpaquita"] = Alpine,
        ["redhat"] = Rpm, ["rpm"] = Rpm, ["almalinux"] = Rpm, ["rockylinux"] = Rpm, ["rocky"] = Rpm, ["suse"] = Rpm, ["opensuse"] = Rpm,
        ["fedora"] = Rpm, ["mageia"] = Rpm, ["openeuler"] = Rpm, ["photonos"] = Rpm, ["azurelinux"] = Rpm, ["amazonlinux"] = Rpm, ["oraclelinux"] = Rpm,
    };

    /// <summary>
    /// The order for an ecosystem as OSV names it; a release behind a colon, case and spaces do not matter.
    /// An ecosystem without rules of its own (ConanCenter, generic) gets the natural order of digit and letter runs.
    /// </summary>
    public static VersionOrder For(string ecosystem)
    {
        var colon = ecosystem.IndexOf(':');
        var name = (colon < 0 ? ecosystem : ecosystem[..colon]).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return ByEcosystem.GetValueOrDefault(name, Natural);
    }

    /// <summary>Negative, zero or positive as <paramref name="x"/> comes before, with or after <paramref name="y"/>; null counts as empty text.</summary>
    public int Compare(string? x, string? y) => ReferenceEquals(x, y) ? 0 : CompareText(x ?? "", y ?? "");

    /// <summary>Compares two texts, neither of them null.</summary>
    protected abstract int CompareText(string x, string y);
}
