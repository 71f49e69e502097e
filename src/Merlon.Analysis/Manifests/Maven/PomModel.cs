using System.Xml.Linq;
using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Maven;

/// <summary>A pom.xml with the parents that the tree holds, nearest first: what it inherits is looked up along them
/// (maven.apache.org/pom.html). Parents and imported bills that only a repository has are named by <see cref="Missing"/>.</summary>
sealed class PomModel
{
    const int MaxParents = 20;
    const int MaxRounds = 30;

    readonly List<(ManifestFile File, XElement Project)> chain = [];
    readonly Dictionary<string, string> properties = new(StringComparer.Ordinal);

    PomModel() { }

    /// <summary>The parent that the tree does not hold, as group:artifact:version.</summary>
    public string? Missing { get; private set; }

    /// <summary>The pom of the farthest parent in the tree, or the pom itself.</summary>
    public ManifestFile Top => chain[^1].File;

    public IEnumerable<XElement> Projects => chain.Select(c => c.Project);

    public static PomModel Read(ManifestFile file)
    {
        var model = new PomModel();
        for (var next = file; next is not null && model.chain.Count < MaxParents;)
        {
            var project = Xml.Read(next);
            model.chain.Add((next, project));
            next = project.Child("parent") is { } parent ? model.ParentFile(next, parent) : null;
        }
        // From the farthest parent on, so that the nearest statement stays.
        foreach (var project in model.Projects.Reverse())
            foreach (var property in project.Child("properties")?.Elements() ?? []) model.properties[property.Name.LocalName] = property.Value.Trim();
        model.AddCoordinates();
        return model;
    }

    /// <summary>The text with its ${name} replaced; null when one is not known.</summary>
    public string? Expand(string? text)
    {
        for (var round = 0; text?.IndexOf("${", StringComparison.Ordinal) is >= 0 and var start; round++)
        {
            var end = text.IndexOf('}', start);
            if (end < 0 || round > MaxRounds || text.Length > 1000 || !properties.TryGetValue(text[(start + 2)..end], out var value)) return null;
            text = text[..start] + value + text[(end + 1)..];
        }
        return text;
    }

    /// <summary>The file of the parent, by its relative path, if the pom there is really that artifact.</summary>
    ManifestFile? ParentFile(ManifestFile child, XElement parent)
    {
        var relative = parent.Child("relativePath") is { } stated ? stated.Value.Trim() : "../pom.xml";
        var found = relative.Length == 0 ? null : child.Near(relative) ?? child.Near(relative.TrimEnd('/') + "/pom.xml");
        if (found is not null && Xml.Read(found) is var project && project.ChildText("artifactId") == parent.ChildText("artifactId")) return found;
        Missing = $"{parent.ChildText("groupId")}:{parent.ChildText("artifactId")}:{parent.ChildText("version")}";
        return null;
    }

    void AddCoordinates()
    {
        var own = chain[0].Project;
        foreach (var name in (ReadOnlySpan<string>)["groupId", "artifactId", "version"])
        {
            var value = own.ChildText(name) ?? own.Child("parent")?.ChildText(name);
            foreach (var prefix in (ReadOnlySpan<string>)["project.", "pom.", ""])
                if (value is not null) properties.TryAdd(prefix + name, value);
            if (own.Child("parent")?.ChildText(name) is { } inherited) properties.TryAdd("project.parent." + name, inherited);
        }
    }
}
