using System.Text;
using System.Text.Json;
using Merlon.Packages.Advisories;

namespace Merlon.Packages.Tests.Advisories;

/// <summary>EPSS, KEV and VEX.</summary>
public sealed class EnrichmentTests
{
    [Fact]
    public void Epss_DailyFile_GivesScoresAndDay()
    {
        const string file = "#model_version:v2025.03.14,score_date:2025-04-05T00:00:00+0000\ncve,epss,percentile\nCVE-2025-0001,0.12345,0.9\nnonsense\nCVE-2025-0002,7,0.1\nCVE-2025-0003,1e-05,0\n";

        Epss.Read(new StringReader(file)).ShouldBe([new("CVE-2025-0001", 0.12345m, 0.9m), new("CVE-2025-0003", 0.00001m, 0m)]);
        Epss.ScoreDate(file.Split('\n')[0]).ShouldBe(new DateTimeOffset(2025, 4, 5, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Kev_Catalogue_GivesEntries()
    {
        using var stream = Stream("""
            {"title": "c", "vulnerabilities": [
              {"cveID": "CVE-2025-0001", "dateAdded": "2025-01-02", "dueDate": "2025-02-03", "knownRansomwareCampaignUse": "Known", "requiredAction": "Patch"},
              {"noId": 1}, {"cveID": "CVE-2025-0002", "knownRansomwareCampaignUse": "Unknown"}]}
            """);

        var entries = Kev.Read(stream).ToList();

        entries.Select(e => e.Cve).ShouldBe(["CVE-2025-0001", "CVE-2025-0002"]);
        entries[0].Ransomware.ShouldBeTrue();
        entries[0].Due!.Value.Day.ShouldBe(3);
        entries[1].Ransomware.ShouldBeFalse();
    }

    [Fact]
    public void Kev_Malformed_Throws()
    {
        using var stream = Stream("{\"vulnerabilities\": [");
        Should.Throw<JsonException>(() => Kev.Read(stream).ToList());
    }

    [Fact]
    public void Vex_OpenVex_GivesStatements()
    {
        using var stream = Stream("""
            {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "x", "statements": [
              {"vulnerability": {"name": "CVE-2025-0001", "aliases": ["GHSA-1"]}, "status": "not_affected", "justification": "component_not_present",
               "products": [{"@id": "pkg:npm/app@1", "subcomponents": [{"@id": "pkg:npm/tool@1"}]}, {"@id": "x", "identifiers": {"purl": "pkg:npm/other@1"}}]},
              {"vulnerability": "CVE-2025-0002", "status": "affected", "products": ["pkg:npm/app@1"], "action_statement": "Update"},
              {"vulnerability": "CVE-2025-0003", "status": "who knows"},
              {"status": "fixed"}]}
            """);

        var statements = Vex.Read(stream).ToList();

        statements.Count.ShouldBe(2);
        statements[0].Vulnerabilities.ShouldBe(["CVE-2025-0001", "GHSA-1"]);
        statements[0].Products.ShouldBe(["pkg:npm/tool@1", "pkg:npm/other@1"]);
        statements[0].Suppresses.ShouldBeTrue();
        statements[1].Detail.ShouldBe("Update");
        statements[1].Suppresses.ShouldBeFalse();
    }

    [Fact]
    public void Vex_CycloneDx_SpeaksOfPurlsInOpenVexWords()
    {
        using var stream = Stream("""
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "library", "name": "tool", "bom-ref": "t", "purl": "pkg:npm/tool@1"}],
             "vulnerabilities": [
               {"id": "CVE-2025-0001", "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "why"}, "affects": [{"ref": "t"}]},
               {"id": "CVE-2025-0002", "affects": [{"ref": "t"}]}]}
            """);

        var statement = Vex.Read(stream).ToList().ShouldHaveSingleItem();

        statement.Products.ShouldBe(["pkg:npm/tool@1"]);
        statement.Justification.ShouldBe("vulnerable_code_not_in_execute_path");
        statement.Status.ShouldBe(VexStatus.NotAffected);
    }

    static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
