using System.Xml.Linq;

namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>The properties that a project file sees, by text: those of the Directory.Build.props and Directory.Packages.props above it
/// and its own. Conditions are not evaluated: the last statement of a property wins.</summary>
sealed class MsBuildProperties
{
    const int MaxRounds = 20;

    readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public void Take(XElement project)
    {
        foreach (var group in project.Descendants().Where(e => e.Name.LocalName == "PropertyGroup"))
            foreach (var property in group.Elements()) values[property.Name.LocalName] = property.Value.Trim();
    }

    /// <summary>The text with its $(Name) replaced; null when one is not known.</summary>
    public string? Expand(string text)
    {
        for (var round = 0; text.IndexOf("$(", StringComparison.Ordinal) is >= 0 and var start; round++)
        {
            var end = text.IndexOf(')', start);
            if (end < 0 || round > MaxRounds || !values.TryGetValue(text[(start + 2)..end], out var value) || text.Length > 1000) return null;
            text = text[..start] + value + text[(end + 1)..];
        }
        return text;
    }
}
