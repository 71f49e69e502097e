using System.Text.Json;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Evidence.SearchTerms;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Tests.Trees;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Rescans;

public sealed class FileRescanTests : IDisposable
{
    readonly TestFolder tree = new(), cache = new();

    public void Dispose()
    {
        tree.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task Rescan_OfAnUnchangedTree_ReadsNothingAndSaysTheSame()
    {
        WriteTree();
        var first = await Scan(new EvidenceScanner(), new SecretScanner());
        var counting = new CountingScanner(new EvidenceScanner());

        var second = await Scan(counting, new SecretScanner());

        counting.Read.ShouldBeEmpty();
        second.ShouldBe(first);
        first.ShouldBe(await ScanWithout(new EvidenceScanner(), new SecretScanner()));
        first.ShouldContain("Apache-2.0");
        first.ShouldContain("private-key");
    }

    [Fact]
    public async Task Rescan_WhereOneFileChangedAndOneMoved_ReadsTheChangedOneAlone()
    {
        WriteTree();
        await Scan(new CountingScanner(new EvidenceScanner()));
        tree.Write("b.txt", "Licensed under the MIT License.");
        File.Move(Path.Combine(tree.Path, "a.txt"), Path.Combine(tree.Path, "moved.txt"));
        var counting = new CountingScanner(new EvidenceScanner());

        var results = await Scan(counting);

        counting.Read.ShouldBe(["b.txt"]);
        results.ShouldBe(await ScanWithout(new EvidenceScanner()));
    }

    [Fact]
    public async Task Rescan_WithOtherSearchTerms_ReadsAgain()
    {
        WriteTree();
        await Scan(new CountingScanner(new EvidenceScanner()));
        var counting = new CountingScanner(new EvidenceScanner(SearchTermSet.Create([new("heron")], out _)));

        (await Scan(counting)).ShouldContain("heron");

        counting.Read.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("a byte changed")]
    [InlineData("cut off")]
    [InlineData("emptied")]
    [InlineData("another file")]
    public async Task Rescan_WithADamagedCache_ReadsAgainAndSaysTheSame(string damage)
    {
        WriteTree();
        var first = await Scan(new CountingScanner(new EvidenceScanner()));
        var file = Directory.GetFiles(cache.Path).ShouldHaveSingleItem();
        var bytes = File.ReadAllBytes(file);
        if (damage == "a byte changed") bytes[^60] ^= 1;
        File.WriteAllBytes(file, damage switch { "cut off" => bytes[..^40], "emptied" => [], "another file" => [.. Enumerable.Range(0, 200).Select(i => (byte)i)], _ => bytes });
        var counting = new CountingScanner(new EvidenceScanner());

        (await Scan(counting)).ShouldBe(first);

        counting.Read.Count.ShouldBe(4);
        Directory.GetFiles(cache.Path).ShouldBe([file]);
    }

    [Fact]
    public async Task Cache_OfATreeWithSecrets_HoldsNoneOfThem()
    {
        WriteTree();

        await Scan(new EvidenceScanner(), new SecretScanner(new() { SealKey = new byte[32], FingerprintKey = new byte[32] }));

        File.ReadAllText(Directory.GetFiles(cache.Path).Single()).ShouldNotContain("PRIVATE KEY");
        (await Scan(new SecretScanner())).ShouldBe(await ScanWithout(new SecretScanner()));
    }

    [Fact]
    public async Task Cache_ThatCannotBeWritten_LeavesTheScanAsItIs()
    {
        WriteTree();
        var options = new CodeScanOptions { CacheFolder = Path.Combine(tree.Path, "a.txt", "cache") };

        (await Run(options, new EvidenceScanner())).ShouldBe(await ScanWithout(new EvidenceScanner()));
    }

    [Fact]
    public async Task Cache_OfScansSideBySide_StaysWhole()
    {
        WriteTree();
        var expected = await ScanWithout(new EvidenceScanner());

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Scan(new EvidenceScanner())));

        all.ShouldAllBe(results => results == expected);
        var counting = new CountingScanner(new EvidenceScanner());
        (await Scan(counting)).ShouldBe(expected);
        Directory.GetFiles(cache.Path).Length.ShouldBe(1);
    }

    void WriteTree()
    {
        tree.Write("a.txt", "Copyright (c) 2011 Ada Wren\nLicensed under the Apache License, Version 2.0. See ada@nest.io, the heron.");
        tree.Write("b.txt", "nothing");
        tree.Write("c/d.pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu\nKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQJAIJLixBy2qpFoS4DSmoEm\no3qGy0t6z09AIJtH+5OeRV1be+N4cDYJKffGzDa88vQENZiRm0GRq6a+HPGQMd2k\n-----END RSA PRIVATE KEY-----\n");
        tree.Write("empty.txt", "");
    }

    Task<string> Scan(params ICodeScanner[] scanners) => Run(new() { CacheFolder = cache.Path }, scanners);

    Task<string> ScanWithout(params ICodeScanner[] scanners) => Run(new(), scanners);

    async Task<string> Run(CodeScanOptions options, params ICodeScanner[] scanners)
    {
        var lines = new List<string>();
        await foreach (var result in new CodeScan(scanners).Run(tree.Path, options, ct: TestContext.Current.CancellationToken))
            if (result is not ScanStatistics) lines.Add(JsonSerializer.Serialize(result, CodeScanJson.Default.ScanResult));
        return string.Join('\n', lines);
    }

    /// <summary>Notes which files are read.</summary>
    sealed class CountingScanner(IRememberedScanner inner) : IRememberedScanner
    {
        readonly List<string> read = [];

        public IReadOnlyList<string> Read => read;
        public CodeScanKinds Kind => inner.Kind;
        public string Name => inner.Name;
        public string MadeWith => inner.MadeWith;
        public string DependsOn(TreeFile file) => inner.DependsOn(file);

        public IFileScan? Begin(TreeFile file)
        {
            lock (read) read.Add(file.Path);
            return inner.Begin(file);
        }
    }
}
