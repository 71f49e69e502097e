using System.Xml.Linq;
using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>A nuspec in a source tree: what the package to be made asks for. (Inside a nupkg it names the package itself.)</summary>
sealed class NuspecReader : IManifestReader
{
    public string Ecosystem => "nuget";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Ends(path, ".nuspec");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var metadata = Xml.Read(file).Child("metadata");
        foreach (var dependency in metadata?.Descendants().Where(e => e.Name.LocalName == "dependency") ?? [])
        {
            // "$version$" is filled in when the package is made.
            if (dependency.Attr("id") is not { } id || id.Contains('$')) continue;
            var range = dependency.Attr("version");
            var version = range is null || range.Contains('$') ? null : NuGetVersions.Lowest(range);
            report.Add(PackageUrls.NuGet(id, version), direct: true, requirement: version == range ? null : range);
        }
    }

    /// <summary>The package that a nuspec is of, with its licence.</summary>
    public static (string? Purl, IEnumerable<string> Licenses) Itself(Stream stream)
    {
        var metadata = Xml.Read(stream).Child("metadata") ?? throw new ManifestException("a nuspec without metadata");
        return (PackageUrls.NuGet(metadata.ChildText("id") ?? "", metadata.ChildText("version")), Licenses(metadata));
    }

    /// <summary>The expression; or the address of older packages, if it is no pointer to the expression.</summary>
    static IEnumerable<string> Licenses(XElement metadata)
    {
        if (metadata.Child("license") is { } license && license.Attr("type") == "expression") yield return license.Value.Trim();
        else if (metadata.ChildText("licenseUrl") is { } address && !address.Contains("aka.ms/deprecateLicenseUrl", StringComparison.Ordinal)) yield return address;
    }
}
