using System.Text;
using Merlon.Packages.Purls;

namespace Merlon.Analysis.Manifests;

/// <summary>The purls of what manifests name, one method per ecosystem. Null for a name that is none.</summary>
static class PackageUrls
{
    public static string? Npm(string name, string? version) =>
        name.StartsWith('@') && name.IndexOf('/') is > 1 and var slash ? Of("npm", name[..slash], name[(slash + 1)..], version) : Of("npm", null, name, version);

    public static string? NuGet(string name, string? version) => Of("nuget", null, name, version);

    public static string? Maven(string group, string artifact, string? version, string? type = null, string? classifier = null) =>
        group.Length == 0 ? null
        : Of("maven", group, artifact, version, ("classifier", classifier), ("type", type is "jar" or "pom" ? null : type));

    /// <summary>PyPI names are equal whatever their case and separators (PEP 503).</summary>
    public static string? PyPi(string name, string? version)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name.Trim().ToLowerInvariant())
            if (c is not ('_' or '.' or '-')) normal.Append(c);
            else if (normal.Length > 0 && normal[^1] != '-') normal.Append('-');
        return Of("pypi", null, normal.ToString(), version);
    }

    public static string? Conda(string name, string? version, string? build = null, string? channel = null) =>
        Of("conda", null, name, version, ("build", build), ("channel", channel));

    public static string? Go(string module, string? version) => WithFolders("golang", module, version);

    public static string? Cargo(string name, string? version) => Of("cargo", null, name, version);

    public static string? Composer(string name, string? version) => WithFolders("composer", name.ToLowerInvariant(), version);

    public static string? Gem(string name, string? version, string? platform = null) => Of("gem", null, name, version, ("platform", platform));

    public static string? Pub(string name, string? version) => Of("pub", null, name, version);

    public static string? Hex(string name, string? version) => Of("hex", null, name, version);

    /// <summary>A subspec is the subpath of its pod.</summary>
    public static string? CocoaPods(string name, string? version) =>
        name.IndexOf('/') is > 0 and var slash
            ? Purl.Build("cocoapods", null, name[..slash], version, subpath: name[(slash + 1)..])?.ToString()
            : Of("cocoapods", null, name, version);

    /// <summary>Swift packages are named by where their source is.</summary>
    public static string? Swift(string location, string? version)
    {
        var path = location.StartsWith("git@") ? location[4..].Replace(':', '/') : location.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? location[(at + 3)..] : location;
        return WithFolders("swift", path[(path.IndexOf('@') + 1)..].TrimEnd('/') is var clean && clean.EndsWith(".git") ? clean[..^4] : clean, version);
    }

    public static string? Conan(string name, string? version, string? user = null, string? channel = null) =>
        Of("conan", user, name, version, ("channel", channel));

    /// <param name="distribution">The distribution's id, such as debian or ubuntu.</param>
    /// <param name="source">The source package, as "name" or "name (version)"; advisories speak of it.</param>
    public static string? Debian(string distribution, string name, string version, string? architecture, string? source, string? release) =>
        Of("deb", distribution, name, version, ("arch", architecture), ("distro", release), ("upstream", source?.Replace(" (", "@", StringComparison.Ordinal).TrimEnd(')')));

    /// <param name="origin">The source package; advisories speak of it.</param>
    public static string? Alpine(string name, string version, string? architecture, string? origin, string? release) =>
        Of("apk", "alpine", name, version, ("arch", architecture), ("distro", release), ("upstream", origin == name ? null : origin));

    /// <param name="epoch">Part of the version to RPM, a qualifier in a purl.</param>
    /// <param name="source">The source package's file; advisories speak of it.</param>
    public static string? Rpm(Debian.OsRelease? release, string name, string version, uint? epoch, string? architecture, string? source) =>
        Of("rpm", release?.Id == "rhel" ? "redhat" : release?.Id, name, version, ("arch", architecture), ("distro", release?.Distribution), ("epoch", epoch is > 0 ? $"{epoch}" : null), ("upstream", source));

    static string? WithFolders(string type, string path, string? version) =>
        path.LastIndexOf('/') is > 0 and var slash ? Of(type, path[..slash], path[(slash + 1)..], version) : Of(type, null, path, version);

    static string? Of(string type, string? folder, string name, string? version, params ReadOnlySpan<(string Key, string? Value)> qualifiers)
    {
        var kept = new List<KeyValuePair<string, string>>();
        foreach (var (key, value) in qualifiers)
            if (!string.IsNullOrEmpty(value)) kept.Add(new(key, value));
        return name.Any(char.IsControl) ? null : Purl.Build(type, folder, name, string.IsNullOrEmpty(version) ? null : version, kept)?.ToString();
    }
}
