namespace Merlon.Packages.Purls;

/// <summary>
/// An ecosystem as OSV names it ("npm", "Debian"), with the release where it has releases ("12" in "Debian:12");
/// the release is null when it is not known or does not exist.
/// </summary>
public readonly record struct Ecosystem(string Name, string? Release)
{
    /// <summary>Splits OSV's "Name:release" at the first colon.</summary>
    public static Ecosystem Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(text, null) : new(text[..colon], text[(colon + 1)..]);
    }

    /// <summary>The ecosystem of a package; null when advisories know no such ecosystem.</summary>
    public static Ecosystem? Of(Purl purl) => purl.Type switch
    {
        "npm" => new("npm", null),
        "nuget" => new("NuGet", null),
        "maven" => new("Maven", null),
        "pypi" => new("PyPI", null),
        "golang" => new("Go", null),
        "cargo" => new("crates.io", null),
        "composer" => new("Packagist", null),
        "gem" => new("RubyGems", null),
        "pub" => new("Pub", null),
        "hex" => new("Hex", null),
        "swift" => new("SwiftURL", null),
        "conan" => new("ConanCenter", null),
        "cran" => new("CRAN", null),
        "hackage" => new("Hackage", null),
        "bitnami" => new("Bitnami", null),
        "julia" => new("Julia", null),
        "vscode-extension" => new("VSCode", null),
        "githubactions" => new("GitHub Actions", null),
        "deb" or "apk" or "rpm" => Distributions.Of(purl),
        _ => null,
    };

    /// <summary>
    /// Whether an advisory for <paramref name="advised"/> speaks of packages of this ecosystem. A release that either side
    /// leaves open fits any: a package whose release is not known is better warned of too much than too little.
    /// </summary>
    public bool IsCoveredBy(Ecosystem advised)
    {
        if (Name != advised.Name) return false;
        if (Release is null || advised.Release is null || advised.Release == Release) return true;
        // "Ubuntu:Pro:22.04:LTS", "Red Hat:enterprise_linux:9::appstream": the release is one of several words.
        var release = Release;
        return advised.Release.Split(':').Any(word => word == release);
    }

    public override string ToString() => Release is null ? Name : $"{Name}:{Release}";
}
