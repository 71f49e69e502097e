using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Merlon.Packages.Bills;

namespace Merlon.Tests.Commands;

public sealed class ScanTests : IDisposable
{
    private const string Log4j = "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1";
    private static readonly string Samples = Path.Combine(MerlonProcess.Checkout, "samples");
    private static readonly string Advisories = Path.Combine(Samples, "advisories");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-scan-");

    [Fact]
    public async Task Json_OfAScanForSecretsAlone_HoldsTheDigestsThatScriptsAskFor()
    {
        var files = JsonNode.Parse((await Scan(Samples, "--format", "json", "--only", "secrets")).Done())!["files"]!.AsArray();

        files.Count.ShouldBeGreaterThan(0);
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(Samples, (string)file!["path"]!));
            ((string?)file["md5"]).ShouldBe(Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, content)));
            ((string?)file["sha1"]).ShouldBe(Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.SHA1, content)));
        }
    }

    [Fact]
    public async Task Json_OfTheSamples_HoldsTheirVulnerabilities()
    {
        var report = JsonNode.Parse((await Scan(Samples, "--format", "json", "--only", "packages,vulnerabilities", "--advisories", Advisories)).Done())!;
        report.AsObject().Select(field => field.Key).ShouldBe(["files", "packages", "vulnerabilities", "findings", "notes", "statistics"]);
        report["packages"]!.AsArray().Select(package => (string?)package!["purl"]).ShouldContain(Log4j);
        var found = report["vulnerabilities"]!.AsArray().Single(v => (string?)v!["id"] == "GHSA-jfh8-c2jp-5v3q")!;
        ((string?)found["purl"]).ShouldBe(Log4j);
        ((string?)found["severity"]).ShouldBe("critical");
        ((double?)found["cvss"]).ShouldBe(10.0);
        ((string?)found["fixed_in"]).ShouldBe("2.15.0");
        found["aliases"]!.AsArray().Select(alias => (string?)alias).ShouldContain("CVE-2021-44228");
    }

    [Fact]
    public async Task Advisories_AllOfThem_HitTheSamples()
    {
        var report = JsonNode.Parse((await Scan(Samples, "--format", "json", "--only", "vulnerabilities", "--advisories", Advisories)).Done())!;
        var hit = report["vulnerabilities"]!.AsArray().Select(v => (string)v!["id"]!).ToHashSet();
        Directory.EnumerateFiles(Advisories).Select(file => Path.GetFileNameWithoutExtension(file)!).Where(id => !hit.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Scan_WithoutAdvisories_SaysThatNothingIsKnown() =>
        (await MerlonProcess.Run(new Dictionary<string, string> { ["HOME"] = _folder.FullName }, "scan", Samples, "--only", "vulnerabilities")).Done().ShouldContain("whether they are vulnerable is not known");

    [Theory]
    [InlineData("critical", 1)]
    [InlineData("low", 1)]
    [InlineData(null, 0)]
    public async Task FailOn_DecidesTheExitCode(string? severity, int exitCode) =>
        (await Scan([Samples, "--only", "vulnerabilities", "--advisories", Advisories, .. severity is null ? Array.Empty<string>() : ["--fail-on", severity]])).Done(exitCode);

    [Fact]
    public async Task Jobs_ChangeNothingInTheReport()
    {
        var one = JsonNode.Parse((await Scan(Samples, "--format", "json", "--jobs", "1")).Done())!;
        var four = JsonNode.Parse((await Scan(Samples, "--format", "json", "--jobs", "4")).Done())!;
        foreach (var report in new[] { one, four }) report.AsObject().Remove("statistics");
        one.ToJsonString().ShouldBe(four.ToJsonString());
    }

    [Theory]
    [InlineData("cyclonedx")]
    [InlineData("spdx")]
    public async Task Bill_OfTheSamples_ObeysItsRulesAndHoldsEveryPackage(string format)
    {
        var file = Path.Combine(_folder.FullName, "bill.json");
        (await Scan(Samples, "--format", format, "--only", "vulnerabilities", "--advisories", Advisories, "--output", file)).Done().ShouldBeEmpty();
        await using var stream = File.OpenRead(file);
        var bill = Bill.Read(stream);
        bill.Problems.ShouldBeEmpty();
        bill.Components.Select(component => component.Purl?.ToString()).ShouldContain(Log4j);
        Directory.EnumerateFiles(_folder.FullName).ShouldBe([file]);
    }

    [Fact]
    public async Task Sarif_OfTheSamples_HoldsTheirFindings()
    {
        var run = JsonNode.Parse((await Scan(Path.Combine(Samples, "java"), "--format", "sarif", "--only", "code")).Done())!["runs"]![0]!;
        run["results"]!.AsArray().Select(result => (string?)result!["ruleId"]).ShouldContain("sql-injection");
    }

    [Fact]
    public async Task Html_HoldsNoMarkupOfTheTree()
    {
        var tree = _folder.CreateSubdirectory("<b>tree");
        await File.WriteAllTextAsync(Path.Combine(tree.FullName, "requirements.txt"), "pyyaml==5.3.1\n");
        var html = (await Scan(tree.FullName, "--format", "html", "--only", "vulnerabilities", "--advisories", Advisories)).Done();
        html.ShouldContain("GHSA-8q59-q68h-6hv4");
        html.ShouldNotContain("<b>tree");
    }

    [Fact]
    public async Task Archive_IsScannedLikeAFolder()
    {
        var archive = Path.Combine(_folder.FullName, "python.zip");
        System.IO.Compression.ZipFile.CreateFromDirectory(Path.Combine(Samples, "python"), archive);
        (await Scan(archive, "--only", "vulnerabilities", "--advisories", Advisories)).Done().ShouldContain("pyyaml@5.3.1");
    }

    [Fact]
    public async Task Archive_ThatLeavesItsFolder_IsRefused()
    {
        var archive = Path.Combine(_folder.FullName, "hostile.zip");
        await using (var zip = System.IO.Compression.ZipFile.Open(archive, System.IO.Compression.ZipArchiveMode.Create))
        {
            await using var entry = zip.CreateEntry("../../outside").Open();
            entry.WriteByte(1);
        }
        (await Scan(archive)).Refused().ShouldContain("cannot be expanded");
    }

    [Fact]
    public async Task Cache_ThatIsAFile_IsRefused()
    {
        var file = Path.Combine(_folder.FullName, "cache");
        await File.WriteAllTextAsync(file, "kept", TestContext.Current.CancellationToken);
        (await Scan(Samples, "--only", "packages", "--cache", file)).Refused().ShouldContain("which is a file; name a folder");
        (await Scan(Samples, "--only", "packages", "--cache", Path.Combine(file, "inner"))).Refused().ShouldContain("a folder that cannot be made or written to; name another");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe("kept");
    }

    /// <summary>Nobody, not even root, makes files in the kernel's own folder.</summary>
    [Fact]
    public async Task Cache_ThatCannotBeWrittenTo_IsRefusedBeforeTheScan()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Another system has no folder that nobody can write to.");
        (await Scan(Samples, "--only", "packages", "--cache", "/sys")).Refused().ShouldContain("--cache names '/sys', a folder that cannot be made or written to");
    }

    [Fact]
    public async Task SearchTerms_OfAFile_AreFoundWhereTheyStand()
    {
        var tree = _folder.CreateSubdirectory("tree").FullName;
        await File.WriteAllTextAsync(Path.Combine(tree, "notes.txt"), "one\nthe Blue Heron budget\nproject-x and Project X\n", TestContext.Current.CancellationToken);
        var terms = Path.Combine(_folder.FullName, "terms");
        await File.WriteAllTextAsync(terms, "# ours\nblue heron\n\n/project[- ]x/\n", TestContext.Current.CancellationToken);

        var report = JsonNode.Parse((await Scan(tree, "--only", "evidence", "--search-terms", terms, "--format", "json")).Done())!;
        report["files"]!.AsArray().Single()!["terms"]!.AsArray().Select(t => ((string?)t!["term"], (string?)t["text"], (int?)t["line"]))
            .ShouldBe([("blue heron", "Blue Heron", 2), ("project[- ]x", "project-x", 3), ("project[- ]x", "Project X", 3)]);

        var table = (await Scan(tree, "--only", "evidence", "--search-terms", terms)).Done();
        table.ShouldContain("3 places with search terms\n");
        table.ShouldContain("blue heron\tnotes.txt:2\tBlue Heron\n");

        await File.WriteAllTextAsync(terms, "/(?=x)/\n", TestContext.Current.CancellationToken);
        (await Scan(tree, "--search-terms", terms)).Refused().ShouldContain("(?=x)");
        (await Scan(tree, "--search-terms", terms + ".none")).Refused().ShouldContain("--search-terms");
        (await Scan(tree, "--search-terms", tree)).Refused().ShouldContain("is a folder");
    }

    [Fact]
    public async Task Node_AsJson_HoldsItsSections()
    {
        var snapshot = JsonNode.Parse((await MerlonProcess.Run("node", "scan", "--format", "json")).Done())!.AsObject();
        snapshot.Select(section => section.Key).ShouldContain("inventory");
        snapshot.Select(section => section.Key).ShouldContain("packages");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<CommandOutcome> Scan(params string[] args) => MerlonProcess.Run(["scan", .. args]);
}
