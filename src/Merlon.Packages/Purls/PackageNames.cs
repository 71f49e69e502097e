using System.Text;

namespace Merlon.Packages.Purls;

/// <summary>The name of a package as OSV writes it, and the form in which an ecosystem holds two names to be the same.</summary>
static class PackageNames
{
    /// <summary>
    /// Advisories of Debian, Ubuntu and Alpine speak of source packages; a purl of a binary package names its source
    /// in the qualifier "upstream" ("name" or "name@version").
    /// </summary>
    public static string Of(Purl purl) => purl.Type switch
    {
        "maven" => purl.Namespace is null ? purl.Name : $"{purl.Namespace}:{purl.Name}",
        "deb" or "apk" => Upstream(purl).Name ?? purl.Name,
        "rpm" or "bitnami" or "conan" => purl.Name,
        _ => purl.FullName,
    };

    /// <summary>The version that advisories speak of: the source's where one is named, with the epoch that RPM purls keep apart.</summary>
    public static string? VersionOf(Purl purl) => purl.Type switch
    {
        "deb" or "apk" => Upstream(purl).Version ?? purl.Version,
        "rpm" when purl.Version is not null && purl.Qualifier("epoch") is { } epoch => $"{epoch}:{purl.Version}",
        _ => purl.Version,
    };

    static (string? Name, string? Version) Upstream(Purl purl)
    {
        if (purl.Qualifier("upstream") is not { Length: > 0 } upstream) return default;
        var at = upstream.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (upstream, null) : (upstream[..at], upstream[(at + 1)..]);
    }

    public static string Fold(string ecosystem, string name) => ecosystem switch
    {
        "PyPI" => FoldPython(name),
        "NuGet" or "Packagist" or "Go" or "Hex" or "Pub" or "ConanCenter" or "GitHub Actions" or "VSCode" or "crates.io" => name.ToLowerInvariant(),
        "SwiftURL" => FoldAddress(name),
        _ => name,
    };

    /// <summary>PEP 503: lower case, runs of "-", "_" and "." are one "-".</summary>
    static string FoldPython(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is not ('-' or '_' or '.')) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length == 0 || folded[^1] != '-') folded.Append('-');
        }
        return folded.ToString();
    }

    static string FoldAddress(string address)
    {
        var name = address.ToLowerInvariant();
        var scheme = name.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) name = name[(scheme + 3)..];
        return name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;
    }
}
