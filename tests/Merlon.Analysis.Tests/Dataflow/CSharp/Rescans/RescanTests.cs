using System.Text.Json;
using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.CSharp.Rescans;

/// <summary>A scan that takes over files and results of an earlier one says what a scan that does not says.</summary>
public sealed class RescanTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory().FullName;
    readonly DataflowScanner scanner = new();
    readonly SwitchedTree code = new();

    string Tree => Path.Combine(folder, "tree");

    string Cache => Path.Combine(folder, "cache");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Rescan_AfterAnyEdits_SaysWhatAFreshScanSays(int seed)
    {
        var state = (uint)seed;
        int Next(int limit) => (int)((state = state * 1664525 + 1013904223) >> 8) % limit;
        var counts = new HashSet<int>();
        for (var round = 0; round < 25; round++)
        {
            Write();
            var rescan = await Scan(Cache);
            rescan.ShouldBe(await Scan(null), $"round {round}: {code}");
            counts.Add(rescan.Count);
            for (var edits = 1 + Next(2); edits > 0; edits--) code.Turn(Next(code.Count));
        }
        counts.Count.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("dataflow-csharp.runs")]
    [InlineData("dataflow-csharp.code")]
    public async Task Rescan_WithADamagedFile_ScansAfresh(string name)
    {
        Write();
        var fresh = await Scan(Cache);
        var file = Path.Combine(Cache, name);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        (await Scan(Cache)).ShouldBe(fresh);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 3)], TestContext.Current.CancellationToken);
        (await Scan(Cache)).ShouldBe(fresh);
    }

    [Fact]
    public async Task Rescan_AfterImplicitUsingsWereTurnedOff_SaysWhatAFreshScanSays()
    {
        Write();
        await Scan(Cache);
        await File.WriteAllTextAsync(Path.Combine(Tree, "web.csproj"), "<Project></Project>", TestContext.Current.CancellationToken);
        (await Scan(Cache)).ShouldBe(await Scan(null));
    }

    void Write()
    {
        if (Directory.Exists(Tree)) Directory.Delete(Tree, recursive: true);
        foreach (var (path, text) in code.Files())
        {
            var file = Path.Combine(Tree, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    async Task<List<string>> Scan(string? cache)
    {
        var files = from path in Directory.GetFiles(Tree, "*", SearchOption.AllDirectories)
                    let file = new TreeFile(Path.GetRelativePath(Tree, path), new FileInfo(path).Length)
                    orderby file.Path
                    select file;
        var options = new CodeScanOptions { Jobs = 2, CacheFolder = cache };
        var context = new TreeScanContext { Tree = new ScannedTree(Tree, [.. files]), Options = options, Progress = new Progress<CodeScanProgress>() };
        var found = new List<string>();
        await foreach (var result in scanner.Scan(context, TestContext.Current.CancellationToken))
            found.Add(result is Finding finding ? JsonSerializer.Serialize(finding) : result.ToString()!);
        return found;
    }
}
