using System.Text;
using System.Text.Json;
using Merlon.Analysis.Sarif;

namespace Merlon.Analysis.Tests.Sarif;

public sealed class SarifTests
{
    static readonly Finding Injection = new()
    {
        Type = FindingType.Vuln, Rule = "sql-injection", Cwe = 89, Severity = FindingSeverity.Critical, Title = "SQL injection", Path = "src/a b/Ä.java", Line = 12, Column = 5,
        Fingerprint = "abc", Flow = [new("src/In.java", 3, "q", "String", "q = get()", "In.get"), new("src/a b/Ä.java", 12, "sql")], Tags = [new("category", "SQL Injection")],
    };

    [Fact]
    public async Task Write_OfFindings_GivesRulesLocationsFlowsAndFingerprints()
    {
        using var log = JsonDocument.Parse(await Write(Injection, Injection with { Line = 20, Fingerprint = "def" }, new ScanNote("cut", "Something was cut.", "x", 3)));

        var run = log.RootElement.GetProperty("runs")[0];
        log.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ShouldHaveSingleItem();
        rule.GetProperty("properties").GetProperty("tags")[1].GetString().ShouldBe("external/cwe/cwe-089");
        var result = run.GetProperty("results")[0];
        result.GetProperty("ruleId").GetString().ShouldBe("sql-injection");
        result.GetProperty("level").GetString().ShouldBe("error");
        result.GetProperty("partialFingerprints").GetProperty("merlon/v1").GetString().ShouldBe("abc");
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe("src/a%20b/%C3%84.java");
        result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").GetArrayLength().ShouldBe(2);
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString().ShouldBe("Something was cut.");
    }

    [Fact]
    public async Task Write_OfAVulnerability_PointsAtItsManifest()
    {
        using var log = JsonDocument.Parse(await Write(new FoundVulnerability { Id = "X-1", Purl = "pkg:npm/a@1", Severity = FindingSeverity.Medium, FixedIn = "2", Manifest = "package.json" }));

        var result = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        result.GetProperty("message").GetProperty("text").GetString().ShouldBe("pkg:npm/a@1: X-1. Fixed in 2.");
        result.GetProperty("level").GetString().ShouldBe("warning");
    }

    [Fact]
    public async Task Read_OfWhatWasWritten_GivesTheFindingsBack()
    {
        var read = Read(await Write(Injection)).ShouldHaveSingleItem();

        (read.Rule, read.Cwe, read.Severity, read.Path, read.Line, read.Column, read.Fingerprint).ShouldBe(("sql-injection", 89, FindingSeverity.Critical, "src/a b/Ä.java", 12, 5, "abc"));
        read.Flow.Select(s => (s.Path, s.Line, s.Code)).ShouldBe([("src/In.java", 3, "q = get()"), ("src/a b/Ä.java", 12, null)]);
    }

    [Theory]
    [InlineData("""{ "ruleId": "r", "level": "note" }""", FindingSeverity.Low, null)]
    [InlineData("""{ "ruleIndex": 0 }""", FindingSeverity.High, 79)]
    [InlineData("""{ "rule": { "index": 1 }, "level": "error" }""", FindingSeverity.Medium, 22)]
    [InlineData("""{ "ruleId": "unheard-of" }""", FindingSeverity.Medium, null)]
    public void Read_OfForeignResults_FindsRuleSeverityAndCwe(string result, FindingSeverity severity, int? cwe)
    {
        var finding = Read(Foreign(result)).ShouldHaveSingleItem();

        (finding.Severity, finding.Cwe).ShouldBe((severity, cwe));
        finding.Fingerprint.Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("""{ "ruleId": "r", "kind": "pass" }""")]
    [InlineData("""{ "ruleId": "r", "suppressions": [ { "kind": "inSource" } ] }""")]
    public void Read_OfResultsThatAreNone_LeavesThemOut(string result) => Read(Foreign(result)).ShouldBeEmpty();

    [Theory]
    [InlineData("file:///home/x/a.c", "home/x/a.c")]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("src%5Ca%20b.c", "src/a b.c")]
    public void Read_OfAnyAddress_GivesARelativePath(string uri, string path) =>
        Read(Foreign($$"""{ "ruleId": "r", "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "{{uri}}" } } } ] }""")).ShouldHaveSingleItem().Path.ShouldBe(path);

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{ "version": "1.0.0", "runs": [] }""")]
    public void Read_OfNoSarif_IsRefused(string text) => Should.Throw<SarifException>(() => Read(text));

    [Fact]
    public void Read_PastALimit_IsRefused()
    {
        Should.Throw<SarifException>(() => Read(Foreign("{}"), new() { Bytes = 10 })).Message.ShouldContain("larger");
        Should.Throw<SarifException>(() => Read(Foreign("""{ "ruleId": "r" }"""), new() { Results = 0 })).Message.ShouldContain("results");
    }

    static string Foreign(string result) => $$"""
        { "version": "2.1.0", "runs": [ { "tool": { "driver": { "name": "Other", "rules": [
            { "id": "xss", "defaultConfiguration": { "level": "error" }, "properties": { "tags": ["CWE-79: Cross-site Scripting"] } },
            { "id": "path", "properties": { "security-severity": "5.0" }, "relationships": [ { "target": { "id": "CWE-22", "toolComponent": { "name": "CWE" } } } ] } ] } },
          "results": [ {{result}} ] } ] }
        """;

    static IReadOnlyList<Finding> Read(string text, SarifLimits? limits = null) =>
        new SarifReader(limits ?? new()).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    static async Task<string> Write(params ScanResult[] results)
    {
        using var output = new MemoryStream();
        await using (var writer = new SarifWriter(output, "0.1.0")) await writer.Write(results.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
