using System.Text;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Evidence.SearchTerms;
using Merlon.Analysis.Manifests;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Tests.Trees;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Scans;

/// <summary>Input made to break a scan, in small with lowered limits; the sizes that hurt are run by hand (bench/README.md).</summary>
public sealed class HostileInputTests : IDisposable
{
    // What it knows takes long to load.
    static readonly EvidenceScanner Evidence = new();

    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Line_OfManyWindows_IsReadToItsEndAndCutWithANote()
    {
        folder.Write("big.js", string.Concat(Enumerable.Range(0, 4_000).Select(i => $"/* Copyright (c) 2011 Ada{i} Wren */ x(1); ")));

        var results = await Scan(new CodeScanLimits { WindowBytes = 16 << 10, WindowMargin = 1 << 10, ResultsPerFile = 1_000 });

        results.OfType<ScannedFile>().ShouldHaveSingleItem().Copyrights.Length.ShouldBe(1_000);
        results.OfType<ScanNote>().ShouldContain(n => n.Code == "results-cut" && n.Path == "big.js");
    }

    [Fact]
    public async Task Line_OfManyWindows_IsReadAcrossTheirEdges()
    {
        folder.Write("big.js", string.Concat(Enumerable.Range(0, 2_000).Select(i => $"/* Copyright (c) 2011 Ada{i} Wren, ada{i}@nest.io */ x(1); ")));

        var file = (await Scan(new CodeScanLimits { WindowBytes = 16 << 10, WindowMargin = 1 << 10 })).OfType<ScannedFile>().ShouldHaveSingleItem();

        // A statement on an edge shows cut as well as whole.
        file.Copyrights.Select(c => c.Statement).Intersect(Enumerable.Range(0, 2_000).Select(i => $"Copyright (c) 2011 Ada{i} Wren, ada{i}@nest.io")).Count().ShouldBe(2_000);
        file.Copyrights.Length.ShouldBeLessThan(2_100);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public async Task Text_InAnyEncoding_WithItsMark_IsRead(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        File.WriteAllBytes(folder.At("a.txt"), [.. encoding.GetPreamble(), .. encoding.GetBytes("Copyright 2011 Zoë Wren\nLicensed under the MIT License, ada@nest.io\n")]);

        var file = (await Scan(new())).OfType<ScannedFile>().ShouldHaveSingleItem();

        file.Copyrights.Select(c => c.Statement).ShouldBe(["Copyright 2011 Zoe Wren"]);
        file.Licenses.Select(l => l.Expression).ShouldBe(["MIT"]);
    }

    [Theory]
    [InlineData("utf-16LE", 1200)]
    [InlineData("utf-16BE", 1201)]
    [InlineData("utf-32LE", 12000)]
    [InlineData("utf-32BE", 12001)]
    [InlineData("Shift-JIS", 932)]
    [InlineData("EUC-JP", 51932)]
    [InlineData("GB18030", 54936)]
    [InlineData("Big5", 950)]
    [InlineData("EUC-KR", 949)]
    [InlineData("Latin-2", 28592)]
    [InlineData("KOI8-R", 20866)]
    [InlineData("Windows-1252", 1252)]
    public async Task Text_WithoutAMark_IsReadAsFarAsItIsAscii(string name, int page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        File.WriteAllBytes(folder.At("a.txt"), encoding.GetBytes("/* \u8a31\u53ef \u041f\u0440\u0438 \u0141 \u00e9 */\n// Copyright 2011 Ada Wren\n// Licensed under the MIT License, ada@nest.io\npassword = \"xK9#mP2$vL5qRt8w\"\n"));

        var results = await Scan(new());

        var file = results.OfType<ScannedFile>().ShouldHaveSingleItem(name);
        (file.Binary, file.Copyrights.Single().Statement, file.Licenses.Single().Expression, file.Emails.Single().Email).ShouldBe((false, "Copyright 2011 Ada Wren", "MIT", "ada@nest.io"), name);
        results.OfType<Finding>().ShouldHaveSingleItem(name).Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("a byte that begins nothing", "FF")]
    [InlineData("a sequence that is cut", "E2 82")]
    [InlineData("too long for its character", "C0 AF")]
    [InlineData("half of a pair", "ED A0 80")]
    [InlineData("above the last character", "F4 90 80 80")]
    public async Task Text_OfBrokenUtf8_IsReadAroundTheBreak(string name, string hex)
    {
        byte[] broken = [.. hex.Split(' ').Select(b => Convert.ToByte(b, 16))];
        File.WriteAllBytes(folder.At("a.txt"), [.. broken, .. "\n// Copyright 2011 Ada Wren\n// "u8, .. broken, .. " Licensed under the MIT License "u8, .. broken]);

        var file = (await Scan(new())).OfType<ScannedFile>().ShouldHaveSingleItem(name);

        (file.Copyrights.Single().Statement, file.Licenses.Single().Expression).ShouldBe(("Copyright 2011 Ada Wren", "MIT"), name);
    }

    [Fact]
    public async Task Ebcdic_SaysNothingAndFailsNothing()
    {
        File.WriteAllBytes(folder.At("a.cbl"), CodePagesEncodingProvider.Instance.GetEncoding(37)!.GetBytes(string.Concat(Enumerable.Repeat("      * COPYRIGHT 2011 ADA WREN, LICENSED UNDER THE MIT LICENSE\n", 2_000))));

        var results = await Scan(new());

        results.OfType<ScannedFile>().ShouldHaveSingleItem().Copyrights.ShouldBeEmpty();
    }

    [Fact]
    public async Task Line_WithMoreRecordsThanAreHeld_IsReadToItsEndWithoutLookingForMore()
    {
        folder.Write("big.js", string.Concat(Enumerable.Range(0, 220_000).Select(i => $"u(ada{i}@nest.io);")) + " Copyright (c) 2011 Ada Wren */");

        var results = await Scan(new CodeScanLimits { WindowBytes = 1 << 20, WindowMargin = 1 << 10, ResultsPerFile = 500 }, Evidence);

        var file = results.OfType<ScannedFile>().ShouldHaveSingleItem();
        (file.Emails.Length, file.Copyrights.Single().Statement).ShouldBe((500, "Copyright (c) 2011 Ada Wren"));
        results.OfType<ScanNote>().ShouldContain(n => n.Code == "results-cut");
    }

    [Fact]
    public async Task Noise_IsReadWithoutAFailure()
    {
        var noise = new byte[300_000];
        new Random(1).NextBytes(noise);
        File.WriteAllBytes(folder.At("noise.bin"), noise);
        File.WriteAllBytes(folder.At("noise.txt"), [.. noise.Select(b => (byte)"(c)Copyright \n<>&;\\\"'{}=@.:/abcAB01"[b % 35])]);

        (await Scan(new())).OfType<ScannedFile>().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("entities", "pom.xml", """<!DOCTYPE project [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><project><artifactId>&b;</artifactId></project>""")]
    [InlineData("an entity from outside", "pom.xml", """<!DOCTYPE project [<!ENTITY a SYSTEM "file:///etc/passwd">]><project><artifactId>&a;</artifactId></project>""")]
    public async Task Manifest_ThatExplodes_LeavesANote(string name, string path, string text)
    {
        folder.Write(path, text);

        (await Scan(new())).OfType<ScanNote>().ShouldHaveSingleItem(name).Code.ShouldBe("unreadable-manifest");
    }

    [Theory]
    [InlineData("pom.xml", "<a>", 50_000)]
    [InlineData("pnpm-lock.yaml", "[", 50_000)]
    [InlineData("package-lock.json", "{\"a\":", 50_000)]
    [InlineData("Cargo.lock", "x = [[[[", 10_000)]
    [InlineData("composer.lock", "[", 50_000)]
    public async Task Manifest_NestedWithoutEnd_LeavesANote(string path, string piece, int times)
    {
        folder.Write(path, string.Concat(Enumerable.Repeat(piece, times)));

        (await Scan(new())).OfType<ScanNote>().ShouldHaveSingleItem().Code.ShouldBe("unreadable-manifest");
    }

    [Fact]
    public async Task Aliases_ThatMultiply_LeaveANote()
    {
        var yaml = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 12; i++) yaml.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        folder.Write("pnpm-lock.yaml", yaml + "packages: *a11\n");

        (await Scan(new())).OfType<ScanNote>().ShouldHaveSingleItem().Message.ShouldContain("aliases counted");
    }

    [Fact]
    public async Task Archives_InOneAnother_AreExpandedToTheirBoundAndNoted()
    {
        var archive = TestArchives.Zip(("a.txt", "x"));
        for (var i = 0; i < 40; i++) archive = Zip(archive);
        File.WriteAllBytes(folder.At("deep.zip"), archive);

        var result = await new TreeExpander(new ExpansionOptions { Level = ExpansionLevel.Recursive }).Expand(folder.At("deep.zip"), folder.At("out"), null, TestContext.Current.CancellationToken);

        result.ShouldBeOfType<ExpansionResult.Expanded>().Notes.ShouldContain(n => n.Code == "archive-depth");
    }

    static byte[] Zip(byte[] inner)
    {
        using var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("a.zip").Open();
            entry.Write(inner);
        }
        return memory.ToArray();
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*)*x")]
    public async Task Term_ThatBacktracksElsewhere_IsFoundInLinearTime(string pattern)
    {
        folder.Write("a.txt", new string('a', 200_000) + "!");
        var terms = SearchTermSet.Create([new(pattern, IsPattern: true)], out var errors);

        errors.ShouldBeEmpty();
        (await Scan(new(), new EvidenceScanner(terms))).OfType<ScannedFile>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("((a{1,100}){1,100}){1,100}")]
    [InlineData(@"(a)\1")]
    [InlineData("(?<=a)b")]
    public void Term_ThatCannotBeLinear_IsRefused(string pattern)
    {
        SearchTermSet.Create([new(pattern, IsPattern: true)], out var errors).ShouldBeNull();

        errors.ShouldHaveSingleItem().ShouldContain(pattern);
    }

    Task<List<ScanResult>> Scan(CodeScanLimits limits) => Scan(limits, Evidence, new SecretScanner(), new PackageScanner());

    async Task<List<ScanResult>> Scan(CodeScanLimits limits, params ICodeScanner[] scanners)
    {
        var results = new List<ScanResult>();
        await foreach (var result in new CodeScan(scanners).Run(folder.Path, new() { Limits = limits }, ct: TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }
}
