using Merlon.Analysis.Manifests;
using Merlon.Analysis.Tests.Trees;

namespace Merlon.Analysis.Tests.Manifests;

/// <summary>A small tree of manifests and what the package scanner says of it, as lines such as
/// <c>pkg:npm/a@1.0.0 runtime direct</c> or <c>pkg:npm/b@2.0.0 development by pkg:npm/a@1.0.0</c>.</summary>
sealed class ManifestTree : IDisposable
{
    readonly TestFolder folder = new();

    public ManifestTree(params (string Path, string Content)[] files)
    {
        foreach (var (path, content) in files) folder.Write(path, content);
    }

    public TestFolder Folder => folder;

    public async Task<List<ScanResult>> Results(CodeScanLimits? limits = null)
    {
        var results = new List<ScanResult>();
        var options = new CodeScanOptions { Kinds = CodeScanKinds.Packages, Limits = limits ?? new() };
        await foreach (var result in new CodeScan([new PackageScanner()]).Run(folder.Path, options, ct: TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }

    public async Task<string[]> Packages(bool withManifest = false) =>
        [.. (await Results()).OfType<FoundPackage>().Select(p => Line(p) + (withManifest ? $" in {p.Manifest}" : ""))];

    public async Task<string[]> Notes() => [.. (await Results()).OfType<ScanNote>().Select(n => $"{n.Path}: {n.Message}")];

    public static async Task ShouldGive((string Path, string Content)[] files, string expected)
    {
        using var tree = new ManifestTree(files);
        (await tree.Packages()).ShouldBe(expected.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), string.Join('\n', [.. await tree.Packages(), .. await tree.Notes()]));
    }

    public void Dispose() => folder.Dispose();

    static string Line(FoundPackage package) =>
        $"{package.Purl} {package.Scope.ToString().ToLowerInvariant()}"
        + (package.Direct ? " direct" : "")
        + (package.Requirement is { } range ? $" [{range}]" : "")
        + (package.Licenses.Length > 0 ? $" ({string.Join(", ", package.Licenses)})" : "")
        + (package.Through.Length > 0 ? $" by {string.Join(", ", package.Through)}" : "");
}
