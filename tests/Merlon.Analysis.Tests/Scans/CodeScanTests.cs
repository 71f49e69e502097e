using System.Runtime.CompilerServices;
using System.Text.Json;
using Merlon.Analysis.Tests.Trees;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Scans;

public sealed class CodeScanTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_WithAnyNumberOfJobs_SaysTheSameInTheSameOrder()
    {
        for (var i = 0; i < 300; i++) folder.Write($"d{i % 7}/f{i}.txt", $"line\nmark {i}\n");

        var one = await Scan(new() { Jobs = 1 }, new MarkScanner());
        var many = await Scan(new() { Jobs = 8 }, new MarkScanner());

        one.OfType<ScannedFile>().Count().ShouldBe(300);
        one.OfType<Finding>().Count().ShouldBe(300);
        Text(many).ShouldBe(Text(one));
    }

    [Fact]
    public async Task Run_OfAFileThatNeedsManyWindows_ReportsEachMatchOnceWithItsLine()
    {
        folder.Write("big.txt", string.Concat(Enumerable.Range(1, 5000).Select(i => i % 10 == 0 ? $"mark {i}\n" : $"nothing {i}\n")));

        var found = (await Scan(new() { Limits = new() { WindowBytes = 4096, WindowMargin = 128 } }, new MarkScanner())).OfType<Finding>();

        found.Select(f => f.Line).ShouldBe(Enumerable.Range(1, 500).Select(i => i * 10));
    }

    [Fact]
    public async Task Run_PastTheResultsPerFile_CutsAndSaysSo()
    {
        folder.Write("many.txt", string.Concat(Enumerable.Repeat("mark\n", 50)));

        var results = await Scan(new() { Limits = new() { ResultsPerFile = 10 } }, new MarkScanner());

        results.OfType<Finding>().Count().ShouldBe(10);
        results.OfType<ScanNote>().ShouldHaveSingleItem().Code.ShouldBe("results-cut");
    }

    [Fact]
    public async Task Run_AsksOnlyScannersOfTheKindsWanted()
    {
        folder.Write("a.txt", "mark");

        (await Scan(new() { Kinds = CodeScanKinds.Packages }, new MarkScanner())).OfType<Finding>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("secrets alone, without digests", CodeScanKinds.Secrets, ScanDigests.None, false, false)]
    [InlineData("secrets alone, with the digests that name files", CodeScanKinds.Secrets, ScanDigests.Md5AndSha1, true, false)]
    [InlineData("evidence, which asks the reference library by digest", CodeScanKinds.Secrets | CodeScanKinds.Evidence, ScanDigests.None, true, true)]
    public async Task Run_WithFewerDigests_FindsTheSameAndLeavesOutThoseThatNobodyNeeds(string what, CodeScanKinds kinds, ScanDigests asked, bool named, bool all)
    {
        for (var i = 0; i < 40; i++) folder.Write($"f{i}.txt", $"line\nmark {i}\n");

        var with = await Scan(new() { Kinds = kinds }, new MarkScanner());
        var without = await Scan(new() { Kinds = kinds, Digests = asked }, new MarkScanner());

        without.OfType<Finding>().ShouldBe(with.OfType<Finding>(), what);
        without.OfType<ScannedFile>().Select(f => (f.Path, f.Size, f.Md5, f.Sha1, f.Sha256)).ShouldBe(
            with.OfType<ScannedFile>().Select(f => (f.Path, f.Size, named ? f.Md5 : "", named ? f.Sha1 : "", all ? f.Sha256 : "")), what);
    }

    [Fact]
    public async Task Run_GivesTreeScannersThePackagesOfTheScannersBefore()
    {
        folder.Write("a.txt", "x");

        var results = await Scan(new(), new CountPackages(), new TwoPackages());

        results.OfType<ScanNote>().ShouldHaveSingleItem().Message.ShouldBe("2 packages, 1 files");
        results[^1].ShouldBeOfType<ScanStatistics>().Files.ShouldBe(1);
    }

    [Fact]
    public async Task Run_PastTheLimitOfFiles_LooksAtTheFirstAndSaysSo()
    {
        foreach (var name in (string[])["a", "b", "c"]) folder.Write(name, "x");

        var results = await Scan(new() { Limits = new() { Files = 2 } });

        results.OfType<ScannedFile>().Select(f => f.Path).ShouldBe(["a", "b"]);
        results.OfType<ScanNote>().ShouldHaveSingleItem().Code.ShouldBe("files-cut");
    }

    [Fact]
    public async Task Run_StoppedByItsCaller_StopsReading()
    {
        for (var i = 0; i < 1000; i++) folder.Write($"f{i}", "mark");
        var scanner = new MarkScanner();

        await foreach (var _ in new CodeScan([scanner]).Run(folder.Path, new() { Jobs = 1 }, ct: TestContext.Current.CancellationToken)) break;

        scanner.Begun.ShouldBeLessThan(1000);
    }

    [Fact]
    public void Json_OfEveryRecord_ComesBackAsItWas()
    {
        ScanResult[] results =
        [
            new ScannedFile
            {
                Path = "a", Size = 1, Md5 = "m", Sha1 = "s", Sha256 = "t", Lines = 7, Licenses = [new("MIT", 1, 2, 3, 4, 100)],
                Copyrights = [new("Copyright 2024 A", ["A"], 1)], Emails = [new("a@b.c", 3)],
            },
            new FoundPackage { Purl = "pkg:npm/a@1", Manifest = "package.json", Scope = PackageScope.Development, Licenses = ["MIT"] },
            new FoundVulnerability { Id = "X-1", Purl = "pkg:npm/a@1", Cvss = 9.8, FixedIn = "2" },
            new Finding
            {
                Type = FindingType.Vuln, Rule = "r", Cwe = 89, Severity = FindingSeverity.High, Title = "t", Path = "a", Line = 1, Fingerprint = "f",
                Flow = [new("a", 1, "x", "String", "x = y")], Tags = [new("category", "SQL Injection")],
            },
            new ScanNote("code", "message", "a", 2),
            new ScanStatistics(1, 2, 6, 3.5, 4),
        ];

        var json = JsonSerializer.Serialize(results[0], CodeScanJson.Default.ScanResult);
        json.ShouldStartWith("""{"record":"file","path":"a","size":1,"md5":"m","sha1":"s","sha256":"t","lines":7,"binary":false,"licenses":[{"expression":"MIT","start_line":1,""");
        foreach (var result in results)
        {
            var once = JsonSerializer.Serialize(result, CodeScanJson.Default.ScanResult);
            var back = JsonSerializer.Deserialize(once, CodeScanJson.Default.ScanResult)!;
            JsonSerializer.Serialize(back, CodeScanJson.Default.ScanResult).ShouldBe(once);
        }
        JsonSerializer.Serialize(results[3], CodeScanJson.Default.ScanResult).ShouldContain("\"severity\":\"high\"");
    }

    async Task<List<ScanResult>> Scan(CodeScanOptions options, params ICodeScanner[] scanners)
    {
        var results = new List<ScanResult>();
        await foreach (var result in new CodeScan(scanners).Run(folder.Path, options, ct: TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }

    static string Text(IEnumerable<ScanResult> results) =>
        string.Join('\n', results.Where(r => r is not ScanStatistics).Select(r => JsonSerializer.Serialize(r, CodeScanJson.Default.ScanResult)));

    /// <summary>Reports each "mark" at the start of a line.</summary>
    sealed class MarkScanner : IFileScanner
    {
        int begun;

        public int Begun => begun;
        public CodeScanKinds Kind => CodeScanKinds.Secrets;

        public IFileScan Begin(TreeFile file)
        {
            Interlocked.Increment(ref begun);
            return new Look();
        }

        sealed class Look : IFileScan
        {
            readonly List<int> lines = [];

            public void Read(ContentWindow window)
            {
                var line = window.FirstLine;
                for (var i = 0; i < window.Bytes.Length; i++)
                {
                    if (window.Owns(i) && window.Bytes.Span[i..].StartsWith("mark"u8)) lines.Add(line);
                    if (window.Bytes.Span[i] == '\n') line++;
                }
            }

            public void Finish(FileReport report)
            {
                foreach (var line in lines)
                    report.Add(new Finding { Type = FindingType.Insight, Rule = "mark", Severity = FindingSeverity.Info, Title = "A mark", Path = report.File.Path, Line = line, Fingerprint = "m" });
            }
        }
    }

    sealed class TwoPackages : ITreeScanner
    {
        public CodeScanKinds Kind => CodeScanKinds.Packages;

        public async IAsyncEnumerable<ScanResult> Scan(TreeScanContext context, [EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Yield();
            yield return new FoundPackage { Purl = "pkg:npm/a@1", Manifest = "m" };
            yield return new FoundPackage { Purl = "pkg:npm/b@1", Manifest = "m" };
        }
    }

    sealed class CountPackages : ITreeScanner
    {
        public CodeScanKinds Kind => CodeScanKinds.Vulnerabilities;

        public async IAsyncEnumerable<ScanResult> Scan(TreeScanContext context, [EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Yield();
            yield return new ScanNote("count", $"{context.Packages.Length} packages, {context.Tree.Files.Length} files");
        }
    }
}
