using System.Xml.Linq;
using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>PackageReference and GlobalPackageReference items of project files and of the props and targets they import by place, with
/// versions from the items, from VersionOverride, or central ones from the nearest Directory.Packages.props.</summary>
sealed class ProjectFileReader : IManifestReader
{
    public string Ecosystem => "nuget";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) =>
        ManifestNames.Ends(path, ".csproj", ".fsproj", ".vbproj", ".vcxproj", ".sqlproj", ".props", ".targets") && !ManifestNames.IsBelow(path, "obj");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var project = Xml.Read(file);
        var properties = new MsBuildProperties();
        foreach (var name in (ReadOnlySpan<string>)["Directory.Build.props", "Directory.Packages.props"])
            if (file.Name != name && file.Above(name) is { } above) properties.Take(Xml.Read(above));
        var central = file.Above("Directory.Packages.props") is { } packages ? Versions(Xml.Read(packages)) : [];
        properties.Take(project);
        var testProject = IsTest(project);
        foreach (var item in Items(project, "PackageReference").Concat(Items(project, "GlobalPackageReference")))
            Add(item, properties, central, testProject, report);
    }

    /// <summary>The scopes of what the project files beside another file ask for, by upper-case name: lock files do not carry them.</summary>
    public static Dictionary<string, PackageScope> ScopesBeside(ManifestFile file)
    {
        var scopes = new Dictionary<string, PackageScope>(StringComparer.Ordinal);
        foreach (var project in file.Below(p => !p.Contains('/') && ManifestNames.Ends(p, ".csproj", ".fsproj", ".vbproj")).Select(Xml.Read))
        {
            var test = IsTest(project);
            foreach (var item in Items(project, "PackageReference"))
                if (item.Attr("Include") is { } name) scopes[name.ToUpperInvariant()] = ScopeOf(item, test);
        }
        return scopes;
    }

    static bool IsTest(XElement project) => Items(project, "PackageReference").Any(i => i.Attr("Include") is "Microsoft.NET.Test.Sdk");

    static void Add(XElement item, MsBuildProperties properties, Dictionary<string, string> central, bool testProject, ManifestReport report)
    {
        if (item.Attr("Include") is not { } include || properties.Expand(include) is not { } name) return;
        var stated = item.Attr("VersionOverride") ?? item.Attr("Version") ?? item.ChildText("Version") ?? central.GetValueOrDefault(name.ToUpperInvariant());
        if (stated is not null && properties.Expand(stated) is null) report.Note($"The version of {name} is {stated}, whose value is not stated here.");
        var range = stated is null ? null : properties.Expand(stated);
        var version = range is null ? null : NuGetVersions.Lowest(range);
        report.Add(PackageUrls.NuGet(name, version), ScopeOf(item, testProject), direct: true, requirement: version == range ? null : range);
    }

    /// <summary>PrivateAssets="all" keeps a package from whoever uses the project: analyzers and build tools.</summary>
    static PackageScope ScopeOf(XElement item, bool testProject) =>
        item.Name.LocalName == "GlobalPackageReference" || string.Equals(item.Attr("PrivateAssets") ?? item.ChildText("PrivateAssets"), "all", StringComparison.OrdinalIgnoreCase)
            ? PackageScope.Development
            : testProject ? PackageScope.Test : PackageScope.Runtime;

    static Dictionary<string, string> Versions(XElement project) =>
        Items(project, "PackageVersion").Where(i => i.Attr("Include") is not null)
            .GroupBy(i => i.Attr("Include")!.ToUpperInvariant())
            .ToDictionary(g => g.Key, g => g.Last().Attr("Version") ?? g.Last().ChildText("Version") ?? "");

    static IEnumerable<XElement> Items(XElement project, string name) => project.Descendants().Where(e => e.Name.LocalName == name);
}
