using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>What a pyproject.toml asks for: the standard tables (PEP 621, PEP 735), and Poetry's and PDM's own.</summary>
static class PyProject
{
    public static IEnumerable<(Requirement Requirement, PackageScope Scope)> AskedFor(DataNode document)
    {
        var project = document["project"];
        foreach (var text in project["dependencies"].Texts) yield return (Parse(text), PackageScope.Runtime);
        foreach (var text in project["optional-dependencies"].Fields.Values.SelectMany(g => g.Texts)) yield return (Parse(text), PackageScope.Optional);
        foreach (var text in document["build-system"]["requires"].Texts) yield return (Parse(text), PackageScope.Build);
        foreach (var (group, texts) in document["dependency-groups"].Fields.Concat(document["tool"]["pdm"]["dev-dependencies"].Fields))
            foreach (var text in texts.Texts) yield return (Parse(text), ScopeOfGroup(group));
        foreach (var text in document["tool"]["uv"]["dev-dependencies"].Texts) yield return (Parse(text), PackageScope.Development);
        foreach (var found in Poetry(document["tool"]["poetry"])) yield return found;
    }

    public static PackageScope ScopeOfGroup(string group) =>
        group is "main" or "default" ? PackageScope.Runtime : group.Contains("test", StringComparison.OrdinalIgnoreCase) ? PackageScope.Test : PackageScope.Development;

    static Requirement Parse(string text) => Requirement.Parse(text) ?? new("", null, null, false);

    static IEnumerable<(Requirement, PackageScope)> Poetry(DataNode poetry)
    {
        foreach (var (name, entry) in poetry["dependencies"].Fields)
            if (name != "python") yield return (OfPoetry(name, entry), entry["optional"].IsTrue ? PackageScope.Optional : PackageScope.Runtime);
        foreach (var (name, entry) in poetry["dev-dependencies"].Fields) yield return (OfPoetry(name, entry), PackageScope.Development);
        foreach (var (group, content) in poetry["group"].Fields)
            foreach (var (name, entry) in content["dependencies"].Fields) yield return (OfPoetry(name, entry), ScopeOfGroup(group));
    }

    /// <summary>Poetry writes a bare version for "compatible with", so only "==" is exact.</summary>
    static Requirement OfPoetry(string name, DataNode entry)
    {
        var range = entry.Text ?? entry["version"].Text;
        var exact = range?.StartsWith("==") == true && !range.Contains(',') && !range.Contains('*') ? range[2..].Trim() : null;
        return new(name, exact, exact is null && range != "*" ? range : null, false);
    }
}
