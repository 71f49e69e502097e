using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>The groups of dependencies in a package.json, and in what lock files copy from it.</summary>
static class NpmScopes
{
    public static readonly (string Key, PackageScope Scope)[] All =
    [
        ("dependencies", PackageScope.Runtime), ("devDependencies", PackageScope.Development),
        ("optionalDependencies", PackageScope.Optional), ("peerDependencies", PackageScope.Peer),
    ];

    /// <summary>What a package.json, or an entry shaped like one, asks for. npm repeats optional ones among the others; they count as optional.</summary>
    public static IEnumerable<(string Name, string Range, PackageScope Scope)> AskedFor(DataNode manifest)
    {
        var optional = manifest["optionalDependencies"];
        foreach (var (key, scope) in All)
            foreach (var (name, range) in manifest[key].Fields)
                if (scope == PackageScope.Optional || !optional[name].Exists) yield return (name, range.Text ?? range["version"].Text ?? "", scope);
    }

    /// <summary>The licences a package.json declares, in the forms that were in use over time.</summary>
    public static IEnumerable<string> Licenses(DataNode manifest) =>
        manifest["license"].Texts
            .Concat(manifest["license"]["type"].Texts)
            .Concat(manifest["licenses"].Items.Select(l => l.Text ?? l["type"].Text).OfType<string>());

    /// <summary>The package and version behind an alias such as <c>npm:other@1.0.0</c>; otherwise what was asked for.</summary>
    public static (string Name, string Range) Unalias(string name, string range)
    {
        if (!range.StartsWith("npm:")) return (name, range);
        var target = range[4..];
        return target.LastIndexOf('@') is > 0 and var at ? (target[..at], target[(at + 1)..]) : (target, "");
    }

    /// <summary>Whether a range is one exact version.</summary>
    public static bool IsVersion(string range) =>
        range.Length > 0 && char.IsAsciiDigit(range[0]) && range.Count(c => c == '.') >= 2
        && range.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+') && !range.Contains(".x");
}
