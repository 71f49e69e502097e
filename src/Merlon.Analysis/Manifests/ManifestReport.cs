using System.Collections.Immutable;

namespace Merlon.Analysis.Manifests;

/// <summary>What one manifest says.</summary>
/// <param name="manifest">Its path, as the packages will carry it.</param>
public sealed class ManifestReport(string manifest)
{
    const int MaxNotes = 1000;

    readonly List<FoundPackage> packages = [];
    readonly List<ScanNote> notes = [];
    readonly HashSet<string> covered = new(StringComparer.Ordinal);

    public IReadOnlyList<FoundPackage> Packages => packages;
    public IReadOnlyList<ScanNote> Notes => notes;

    /// <summary>Manifests that this file speaks for, beside those of its own folder.</summary>
    public IReadOnlySet<string> Covered => covered;

    /// <summary>A package; nothing happens when the purl is null, as <see cref="PackageUrls"/> answers for a name that cannot be one.</summary>
    public void Add(
        string? purl, PackageScope scope = PackageScope.Runtime, bool direct = false, IEnumerable<string>? licenses = null,
        IEnumerable<string>? through = null, string? requirement = null, string? inside = null)
    {
        if (purl is null) return;
        packages.Add(new FoundPackage
        {
            Purl = purl, Scope = scope, Direct = direct, Licenses = [.. licenses ?? []], Requirement = requirement,
            Through = [.. (through ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Manifest = inside is null ? manifest : $"{manifest}!/{inside}",
        });
    }

    /// <summary>Something in the file that could not be read.</summary>
    public void Note(string message, int? line = null)
    {
        if (notes.Count < MaxNotes) notes.Add(new("manifest-part-not-read", message, manifest, line));
        else if (notes.Count == MaxNotes) notes.Add(new("manifest-part-not-read", "More could not be read than is told here.", manifest));
    }

    /// <summary>The file as a whole could not be read.</summary>
    internal void Unreadable(string why) => notes.Add(new("unreadable-manifest", $"The file was not read: {why}", manifest));

    /// <summary>Says that the manifest at this path, relative to the root, needs no reading of its own.</summary>
    public void Cover(string path) => covered.Add(path);

    /// <summary>The packages, each once: the same purl asked for twice is direct if it is once, and has the strongest of its scopes.</summary>
    internal ImmutableArray<FoundPackage> Distinct() =>
    [
        .. packages.GroupBy(p => (p.Purl, p.Requirement, p.Manifest)).Select(g => g.First() with
        {
            Direct = g.Any(p => p.Direct),
            Scope = g.Min(p => p.Scope.Strength()) is var strongest ? g.First(p => p.Scope.Strength() == strongest).Scope : default,
            Licenses = [.. g.SelectMany(p => p.Licenses).Distinct(StringComparer.Ordinal)],
            Through = [.. g.SelectMany(p => p.Through).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        }).OrderBy(p => p.Manifest, StringComparer.Ordinal).ThenBy(p => p.Purl, StringComparer.Ordinal).ThenBy(p => p.Requirement, StringComparer.Ordinal),
    ];
}

/// <summary>The order among scopes.</summary>
static class PackageScopes
{
    /// <summary>0 for what is shipped, growing with the distance from it.</summary>
    public static int Strength(this PackageScope scope) => scope switch
    {
        PackageScope.Runtime => 0,
        PackageScope.Peer => 1,
        PackageScope.Optional => 2,
        PackageScope.Build => 3,
        PackageScope.Test => 4,
        _ => 5,
    };
}
