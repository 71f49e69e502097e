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
    public async Task SearchTerm_ThatTakesTooLong_IsLeftOutWithANoteAndTheOthersAreFound()
    {
        folder.Write("slow.txt", new string('a', 2 << 20) + " heron");
        var terms = SearchTermSet.Create([new("heron"), new("(a?){300}(b|c)", IsPattern: true)], TimeSpan.FromMilliseconds(1), out _);

        var results = await Scan(new CodeScanLimits(), new EvidenceScanner(terms));

        results.OfType<ScannedFile>().ShouldHaveSingleItem().Terms.ShouldHaveSingleItem().Term.ShouldBe("heron");
        results.OfType<ScanNote>().ShouldContain(n => n.Code == "search-term-cut" && n.Path == "slow.txt" && n.Message.Contains("(a?){300}(b|c)"));
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

    [Theory]
    [InlineData("records without ends", 37, "")]
    [InlineData("lines of Unix on a mainframe", 1047, "\u0085")]
    [InlineData("line feeds", 37, "\n")]
    [InlineData("another code page", 500, "\n")]
    public async Task Ebcdic_IsRead(string name, int page, string end)
    {
        string[] lines = ["      * COPYRIGHT 2011 ADA WREN", "      * LICENSED UNDER THE MIT LICENSE", "       IDENTIFICATION DIVISION.", "       PROGRAM-ID. NEST."];
        File.WriteAllBytes(folder.At("a.cbl"), CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(string.Concat(lines.Select(line => line.PadRight(80) + end))));

        var file = (await Scan(new())).OfType<ScannedFile>().ShouldHaveSingleItem(name);

        (file.Binary, file.Licenses.Single().Expression, file.Licenses.Single().StartLine).ShouldBe((false, "MIT", end.Length == 0 ? 1 : 2), name);
        file.Copyrights.Single().Statement.ShouldStartWith("COPYRIGHT 2011 ADA WREN");
    }

    [Theory]
    [InlineData("at signs", "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@")]
    [InlineData("one long word", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA@@@@")]
    public void Text_WithoutBlanks_IsNoEbcdic(string name, string text) => ContentKind.Of(Encoding.ASCII.GetBytes(text)).ShouldBe(new ContentKind(false, null), name);

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

    // Ten to the power of ten words, where they are made; and one of 100 KB, 20,000 times.
    static readonly string Multiplying = "<!ENTITY e0 \"word\">" + string.Concat(Enumerable.Range(1, 10).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">"));
    static readonly string Long = $"<!ENTITY e10 \"{new string('x', 100_000)}\">";

    [Theory]
    [InlineData("pom.xml", "<project><artifactId>{0}</artifactId></project>")]
    [InlineData("a.csproj", "<Project><ItemGroup><PackageReference Include='{0}' Version='1'/></ItemGroup></Project>")]
    [InlineData("packages.config", "<packages><package id='a' version='{0}'/></packages>")]
    [InlineData("Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include='a' Version='{0}'/></ItemGroup></Project>")]
    public async Task Entities_ThatMultiply_LeaveANote(string path, string text)
    {
        folder.Write($"multiplying/{path}", $"<!DOCTYPE a [{Multiplying}]>" + text.Replace("{0}", "&e10;", StringComparison.Ordinal));
        folder.Write($"long/{path}", $"<!DOCTYPE a [{Long}]>" + text.Replace("{0}", string.Concat(Enumerable.Repeat("&e10;", 20_000)), StringComparison.Ordinal));
        folder.Write($"outside/{path}", "<!DOCTYPE a [<!ENTITY e10 SYSTEM \"file:///etc/passwd\">]>" + text.Replace("{0}", "&e10;", StringComparison.Ordinal));

        (await Scan(new())).OfType<ScanNote>().Select(n => (n.Code, n.Path)).ShouldBe([("unreadable-manifest", $"long/{path}"), ("unreadable-manifest", $"multiplying/{path}"), ("unreadable-manifest", $"outside/{path}")]);
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
    public async Task TenThousandArchives_InOneAnother_AreExpandedToTheirBoundAndNoted()
    {
        File.WriteAllBytes(folder.At("deep.tar"), TestArchives.Nested(10_000, "a.tar"));

        var result = await new TreeExpander(new ExpansionOptions { Level = ExpansionLevel.Recursive }).Expand(folder.At("deep.tar"), folder.At("out"), null, TestContext.Current.CancellationToken);

        result.ShouldBeOfType<ExpansionResult.Expanded>().Notes.ShouldHaveSingleItem().Code.ShouldBe("archive-depth");
        folder.Files("out").Length.ShouldBe(new ExpansionLimits().ArchiveDepth + 1);
    }

    [Fact]
    public async Task TenThousandJars_InOneAnother_AreReadToTheirBoundAndNoted()
    {
        File.WriteAllBytes(folder.At("deep.jar"), TestArchives.Nested(10_000, "a.jar"));

        (await Scan(new())).OfType<ScanNote>().ShouldHaveSingleItem().Message.ShouldContain("lies in more than 4 archives");
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
