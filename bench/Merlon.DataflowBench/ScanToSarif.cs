using System.Globalization;
using System.Text.Json.Nodes;
using Merlon.Analysis;
using Merlon.Analysis.Dataflow;

namespace Merlon.DataflowBench;

/// <summary>Runs only the dataflow engine over a folder and writes as much SARIF as scoring scripts read.</summary>
static class ScanToSarif
{
    public static async Task<int> Run(string folder, string output, int jobs, string? cache)
    {
        var scanner = new DataflowScanner();
        foreach (var error in scanner.RuleErrors) Console.Error.WriteLine(error);
        if (!scanner.RuleErrors.IsEmpty) return 2;
        var findings = new List<Finding>();
        var notes = new List<ScanNote>();
        ScanStatistics? statistics = null;
        await foreach (var result in new CodeScan([scanner]).Run(folder, new CodeScanOptions { Kinds = CodeScanKinds.Code, Jobs = jobs, CacheFolder = cache }))
        {
            if (result is Finding finding) findings.Add(finding);
            if (result is ScanNote note) notes.Add(note);
            statistics = result as ScanStatistics ?? statistics;
        }
        await File.WriteAllTextAsync(output, Sarif(findings).ToJsonString());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{findings.Count} findings, {notes.Count} notes, {statistics!.Seconds:F1} s, {statistics.PeakBytes / 1e6:F0} MB"));
        return 0;
    }

    static JsonObject Sarif(List<Finding> findings) => new()
    {
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "Merlon", ["rules"] = new JsonArray([.. findings.DistinctBy(f => f.Rule).Select(Rule)]) } },
            ["results"] = new JsonArray([.. findings.Select(Result)]),
        }),
    };

    static JsonNode Rule(Finding finding) => new JsonObject
    {
        ["id"] = finding.Rule,
        ["properties"] = new JsonObject { ["tags"] = new JsonArray([$"external/cwe/cwe-{finding.Cwe}", .. finding.Tags.Where(t => t.Key == "related_cwe").Select(t => $"external/cwe/cwe-{t.Value}")]) },
    };

    static JsonNode Result(Finding finding) => new JsonObject
    {
        ["ruleId"] = finding.Rule,
        ["message"] = new JsonObject { ["text"] = finding.Title },
        ["locations"] = new JsonArray(Location(finding.Path, finding.Line)),
        ["partialFingerprints"] = new JsonObject { ["merlon/v1"] = finding.Fingerprint },
        ["codeFlows"] = new JsonArray(new JsonObject
        {
            ["threadFlows"] = new JsonArray(new JsonObject { ["locations"] = new JsonArray([.. finding.Flow.Select(Step)]) }),
        }),
    };

    static JsonNode Step(FlowStep step)
    {
        var location = Location(step.Path, step.Line);
        location["message"] = new JsonObject { ["text"] = $"{step.Symbol}: {step.Code}" };
        return new JsonObject { ["location"] = location };
    }

    static JsonObject Location(string path, int line) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = path },
            ["region"] = new JsonObject { ["startLine"] = line },
        },
    };
}
