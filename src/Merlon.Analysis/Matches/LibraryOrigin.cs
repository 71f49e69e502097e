using System.Text.Json;
using Merlon.Analysis.Manifests;
using Merlon.Analysis.Trees;
using Merlon.Packages.Purls;

namespace Merlon.Analysis.Matches;

/// <summary>What files added to the library are said to have come with: the package that they are, else a name.</summary>
static class LibraryOrigin
{
    const long MostManifestBytes = 4 << 20;

    // At the top, and where npm's archives have it.
    static readonly string[] PackageJson = ["package.json", "package/package.json"];

    /// <param name="path">The folder, archive or package that was named.</param>
    /// <param name="folder">The tree that came of it.</param>
    public static async Task<string> Of(string path, string folder, CancellationToken ct) =>
        (File.Exists(path) ? await OfArchive(path, ct) : null) ?? OfPackageJson(folder) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    // The one package that a jar, wheel, nupkg or gem says that it is.
    static async Task<string?> OfArchive(string path, CancellationToken ct)
    {
        var full = Path.GetFullPath(path);
        var context = new TreeScanContext { Tree = new ScannedTree(Path.GetDirectoryName(full)!, [new TreeFile(Path.GetFileName(full), new FileInfo(full).Length)]), Options = new CodeScanOptions(), Progress = new Progress<CodeScanProgress>() };
        var purls = new HashSet<string>();
        await foreach (var result in new PackageScanner().Scan(context, ct))
            if (result is FoundPackage { Direct: true } package && package.Purl.Contains('@', StringComparison.Ordinal)) purls.Add(package.Purl);
        return purls.Count == 1 ? purls.Single() : null;
    }

    static string? OfPackageJson(string folder)
    {
        foreach (var file in PackageJson.Select(name => new FileInfo(Path.Combine(folder, name))).Where(file => file is { Exists: true, Length: < MostManifestBytes, LinkTarget: null }))
        {
            try
            {
                using var stream = file.OpenRead();
                using var json = JsonDocument.Parse(stream);
                if (Text(json.RootElement, "name") is { } name && Text(json.RootElement, "version") is { } version) return Npm(name, version);
            }
            catch (JsonException)
            {
                // Not npm's manifest, or a broken one: the name of the folder has to do.
            }
        }
        return null;
    }

    static string? Npm(string name, string version)
    {
        var slash = name.LastIndexOf('/');
        return Purl.Build("npm", slash < 0 ? null : name[..slash], name[(slash + 1)..], version)?.ToString();
    }

    static string? Text(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
