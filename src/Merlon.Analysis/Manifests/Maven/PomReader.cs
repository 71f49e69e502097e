using System.Xml.Linq;
using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Maven;

/// <summary>pom.xml: the project's own dependencies and those of its parents, with versions and scopes from dependencyManagement where
/// they leave them out. Modules of the same tree are not packages.</summary>
sealed class PomReader : IManifestReader
{
    public string Ecosystem => "maven";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "pom.xml") || ManifestNames.Ends(path, ".pom");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var model = PomModel.Read(file);
        if (model.Missing is { } parent) report.Note($"The parent {parent} is not in the tree; what it manages is not known here.");
        var managed = new ManagedDependencies(model, report);
        foreach (var dependency in model.Projects.SelectMany(p => p.Child("dependencies").Children("dependency"))) Add(dependency, model, managed, report);
        foreach (var profile in model.Projects.SelectMany(p => p.Child("profiles").Children("profile")))
            foreach (var dependency in profile.Child("dependencies").Children("dependency")) Add(dependency, model, managed, report);
    }

    static void Add(XElement dependency, PomModel model, ManagedDependencies managed, ManifestReport report)
    {
        if (model.Expand(dependency.ChildText("groupId")) is not { } group || model.Expand(dependency.ChildText("artifactId")) is not { } artifact)
        {
            report.Note($"The dependency {dependency.ChildText("groupId")}:{dependency.ChildText("artifactId")} is named by properties that are not known here.");
            return;
        }
        var manager = managed.Of(group, artifact);
        var own = dependency.ChildText("version");
        var stated = own ?? manager?.Entry.ChildText("version");
        var version = own is null && manager is { } by ? by.Model.Expand(stated) : model.Expand(stated);
        if (stated is not null && version is null) report.Note($"The version of {group}:{artifact} is {stated}, whose value is not known here.");
        var range = version is not null && version.AsSpan().IndexOfAny("[(,") >= 0;
        report.Add(
            PackageUrls.Maven(group, artifact, range ? null : version, dependency.ChildText("type"), dependency.ChildText("classifier")),
            ScopeOf(dependency, manager?.Entry), direct: true, requirement: range ? version : null);
    }

    static PackageScope ScopeOf(XElement dependency, XElement? manager) =>
        (dependency.ChildText("scope") ?? manager?.ChildText("scope")) switch
        {
            "test" => PackageScope.Test,
            "provided" => PackageScope.Build,
            _ => dependency.ChildText("optional") == "true" ? PackageScope.Optional : PackageScope.Runtime,
        };
}
