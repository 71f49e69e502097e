using System.Xml.Linq;
using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Maven;

/// <summary>
/// The versions and scopes that a pom's dependencyManagement gives to what leaves them out: its own and its parents' first, then those of
/// the bills that it imports, in their order (maven.apache.org, "Introduction to the Dependency Mechanism"). A bill that the tree does
/// not hold is noted.
/// </summary>
sealed class ManagedDependencies
{
    const int MostImports = 20;

    /// <summary>Poms that are looked into for one bill.</summary>
    const int MostCandidates = 20;

    readonly Dictionary<string, (XElement Entry, PomModel Model)> managed = new(StringComparer.Ordinal);
    readonly HashSet<string> imported = new(StringComparer.Ordinal);

    public ManagedDependencies(PomModel model, ManifestReport report) => Take(model, report);

    public (XElement Entry, PomModel Model)? Of(string group, string artifact) => managed.TryGetValue($"{group}:{artifact}", out var found) ? found : null;

    void Take(PomModel model, ManifestReport report)
    {
        var imports = new List<(string Group, string Artifact)>();
        foreach (var entry in model.Projects.SelectMany(p => p.Child("dependencyManagement")?.Child("dependencies").Children("dependency") ?? []))
        {
            var (group, artifact) = (model.Expand(entry.ChildText("groupId")) ?? "", model.Expand(entry.ChildText("artifactId")) ?? "");
            if (entry.ChildText("scope") == "import") imports.Add((group, artifact));
            else managed.TryAdd($"{group}:{artifact}", (entry, model));
        }
        foreach (var (group, artifact) in imports)
        {
            if (imported.Count == MostImports || !imported.Add($"{group}:{artifact}")) continue;
            if (Bill(model, group, artifact) is { } bill) Take(bill, report);
            else report.Note($"The versions that {group}:{artifact} manages are not in the tree.");
        }
    }

    // A bill of the same project lies in a folder that is named like it: "bom" or "acme-bom" holds acme-bom.
    static PomModel? Bill(PomModel model, string group, string artifact) =>
        model.Top.Below(p => ManifestNames.Is(p, "pom.xml") && p.Split('/') is [.., var folder, _] && folder.Length > 1 && artifact.EndsWith(folder, StringComparison.OrdinalIgnoreCase))
            .Take(MostCandidates).Select(PomModel.Read).FirstOrDefault(m => m.Expand("${project.groupId}") == group && m.Expand("${project.artifactId}") == artifact);
}
