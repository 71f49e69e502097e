using System.Collections.Frozen;

namespace Merlon.Packages.Purls;

/// <summary>Linux distributions: from a purl's namespace and its qualifier "distro" to OSV's ecosystem and release.</summary>
static class Distributions
{
    static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["debian"] = "Debian", ["ubuntu"] = "Ubuntu", ["alpine"] = "Alpine", ["wolfi"] = "Wolfi", ["chainguard"] = "Chainguard",
        ["redhat"] = "Red Hat", ["rhel"] = "Red Hat", ["rocky"] = "Rocky Linux", ["rocky-linux"] = "Rocky Linux", ["almalinux"] = "AlmaLinux",
        ["opensuse"] = "openSUSE", ["suse"] = "SUSE", ["sles"] = "SUSE", ["mageia"] = "Mageia", ["openeuler"] = "openEuler", ["photon"] = "Photon OS",
        ["minimos"] = "MinimOS", ["echo"] = "Echo", ["alpaquita"] = "Alpaquita", ["fedora"] = "Fedora", ["azurelinux"] = "Azure Linux",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> DebianReleases = new Dictionary<string, string>
    {
        ["lenny"] = "5", ["squeeze"] = "6", ["wheezy"] = "7", ["jessie"] = "8", ["stretch"] = "9", ["buster"] = "10",
        ["bullseye"] = "11", ["bookworm"] = "12", ["trixie"] = "13", ["forky"] = "14", ["duke"] = "15",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> UbuntuReleases = new Dictionary<string, string>
    {
        ["trusty"] = "14.04", ["xenial"] = "16.04", ["bionic"] = "18.04", ["focal"] = "20.04", ["jammy"] = "22.04",
        ["noble"] = "24.04", ["oracular"] = "24.10", ["plucky"] = "25.04", ["questing"] = "25.10",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Ecosystem? Of(Purl purl)
    {
        var distribution = purl.Namespace?.ToLowerInvariant() ?? (purl.Type == "apk" ? "alpine" : purl.Type == "deb" ? "debian" : "");
        if (!Names.TryGetValue(distribution, out var name)) return null;
        return new(name, purl.Qualifier("distro") is { } distro ? Release(name, WithoutName(distro.ToLowerInvariant(), distribution)) : null);
    }

    /// <summary>"debian-12", "alpine-v3.19.1", "rhel-9.4" or only the release; the name before it need not be the namespace's.</summary>
    static string WithoutName(string distro, string distribution)
    {
        if (distro.StartsWith(distribution + "-", StringComparison.Ordinal)) return distro[(distribution.Length + 1)..];
        var digit = distro.AsSpan().IndexOfAnyInRange('0', '9');
        var hyphen = distro.LastIndexOf('-');
        return hyphen >= 0 && digit > hyphen ? distro[(hyphen + 1)..] : distro;
    }

    static string? Release(string name, string release) => name switch
    {
        "Debian" => DebianReleases.GetValueOrDefault(release) ?? Numbers(release, 1),
        "Ubuntu" => UbuntuReleases.GetValueOrDefault(release) ?? Numbers(release, 2),
        "Alpine" => Numbers(release.TrimStart('v'), 2) is { } number ? "v" + number : null,
        "Red Hat" or "Rocky Linux" or "AlmaLinux" or "Mageia" => Numbers(release, 1),
        _ => null,
    };

    /// <summary>The first numbers of a release such as "9.4"; null when it does not begin with one, so that it stays open.</summary>
    static string? Numbers(string release, int count) =>
        release.Length > 0 && char.IsAsciiDigit(release[0]) ? string.Join('.', release.Split('.').Take(count)) : null;
}
