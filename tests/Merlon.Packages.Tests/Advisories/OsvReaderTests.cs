using System.IO.Compression;
using System.Text;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Tests.Advisories;

public sealed class OsvReaderTests : IDisposable
{
    const string Good = """
        {
          "schema_version": "1.7.0", "id": "ACME-2025-1", "modified": "2025-03-04T05:06:07Z", "published": "2025-03-01T00:00:00Z",
          "aliases": ["CVE-2025-0001"], "upstream": ["CVE-2025-0002"], "summary": "Short", "details": "Long",
          "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
          "affected": [{
            "package": {"ecosystem": "npm", "name": "tool", "purl": "pkg:npm/tool"},
            "ranges": [
              {"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.2.3"}]},
              {"type": "GIT", "repo": "https://example.com/tool", "events": [{"introduced": "0"}]}],
            "versions": ["1.0.0"],
            "ecosystem_specific": {"severity": "high"}, "database_specific": 7}],
          "references": [{"type": "FIX", "url": "https://example.com/fix"}, {"type": "WEB"}],
          "database_specific": {"severity": "HIGH", "cwe_ids": ["CWE-79"]}
        }
        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("merlon-osv-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void ReadOne_WholeAdvisory_IsReadWhole()
    {
        var advisory = OsvReader.ReadOne(Encoding.UTF8.GetBytes(Good), "test").Advisory.ShouldNotBeNull();

        advisory.Id.ShouldBe("ACME-2025-1");
        advisory.Modified.ShouldBe(new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero));
        advisory.Aliases.ShouldBe(["CVE-2025-0001"]);
        advisory.Upstream.ShouldBe(["CVE-2025-0002"]);
        advisory.Cwes.ShouldBe(["CWE-79"]);
        advisory.References.ShouldHaveSingleItem().Type.ShouldBe("FIX");
        var affected = advisory.Affected.ShouldHaveSingleItem();
        affected.Ranges.Select(r => r.Type).ShouldBe([RangeType.SemVer, RangeType.Git]);
        affected.DatabaseSeverity.ShouldBe("high");
        affected.FixFor("1.0.0").ShouldBe("1.2.3");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"id\": \"A-1\"}")]
    [InlineData("{\"id\": 7, \"modified\": \"2025-01-01T00:00:00Z\"}")]
    [InlineData("{\"id\": \"A-1\", \"modified\": \"yesterday\"}")]
    [InlineData("{\"id\": \"A-1\"")]
    [InlineData("")]
    [InlineData("{\"id\": \"\\ud800\", \"modified\": \"2025-01-01T00:00:00Z\"}")]
    public void ReadOne_NoAdvisory_SaysWhy(string json)
    {
        var entry = OsvReader.ReadOne(Encoding.UTF8.GetBytes(json), "test");
        entry.Advisory.ShouldBeNull();
        entry.Problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Read_FolderWithArchiveAndFiles_ReadsAllAndReportsTheBadOnes()
    {
        WriteArchive("npm/all.zip", ("A-1.json", Advisory("A-1")), ("bad.json", "{"), ("A-2.json", Advisory("A-2")), ("readme.txt", "no"));
        File.WriteAllText(Path.Combine(folder.FullName, "A-3.json"), Advisory("A-3"));
        File.WriteAllText(Path.Combine(folder.FullName, "broken.zip"), "no archive");

        var entries = new OsvReader().Read(folder.FullName).ToList();

        entries.Select(e => e.Advisory?.Id).OfType<string>().ShouldBe(["A-3", "A-1", "A-2"]);
        entries.Where(e => e.Advisory is null).Select(e => Path.GetFileName(e.Source)).ShouldBe(["broken.zip", "bad.json"]);
    }

    [Fact]
    public void Read_EntryBeyondTheBound_IsReportedAndTheRestRead()
    {
        WriteArchive("all.zip", ("big.json", Advisory("A-1") + new string(' ', 5000)), ("A-2.json", Advisory("A-2")));

        var entries = new OsvReader(new() { MaxEntryBytes = 1000 }).Read(Path.Combine(folder.FullName, "all.zip")).ToList();

        entries[0].Problem.ShouldBe("larger than 1000 bytes");
        entries[1].Advisory!.Id.ShouldBe("A-2");
    }

    [Fact]
    public async Task Index_TwoVersionsOfOneAdvisory_KeepsTheLaterAndKnowsItsAge()
    {
        WriteArchive("all.zip", ("1.json", Good), ("2.json", Good.Replace("2025-03-04", "2025-04-04", StringComparison.Ordinal).Replace("1.2.3", "9.9.9", StringComparison.Ordinal)));
        var index = new AdvisoryIndex(TimeProvider.System);
        var ct = TestContext.Current.CancellationToken;
        index.Load(folder.FullName, ct: ct).ShouldBeEmpty();

        var verdict = await new AdvisoryMatcher(index).Match([Purl.Parse("pkg:npm/tool@1.1.0")], ct).SingleAsync(ct);

        verdict.Matches.ShouldHaveSingleItem().FixedIn.ShouldBe("9.9.9");
        (await index.Ages(ct))["npm"].NewestModified.ShouldBe(new(2025, 4, 4, 5, 6, 7, TimeSpan.Zero));
    }

    static string Advisory(string id) => $$"""{"id": "{{id}}", "modified": "2025-01-01T00:00:00Z"}""";

    void WriteArchive(string name, params (string Name, string Content)[] entries)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entryName, content) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entryName).Open());
            writer.Write(content);
        }
    }
}
