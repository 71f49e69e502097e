using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Merlon.Analysis.Sarif;

/// <summary>One run of a foreign log: its rules by id and by index, and its results as findings.</summary>
sealed class SarifRun
{
    readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
    readonly List<JsonElement> byIndex = [];
    readonly string tool;
    readonly SarifLimits limits;

    public SarifRun(JsonElement run, SarifLimits limits)
    {
        this.limits = limits;
        tool = run.Get("tool").Get("driver").Text("name") ?? "unknown";
        foreach (var rule in run.Get("tool").Get("driver").Items("rules"))
        {
            byIndex.Add(rule);
            if (rule.Text("id") is { } id) byId.TryAdd(id, rule);
        }
        foreach (var rule in run.Get("tool").Items("extensions").SelectMany(e => e.Items("rules")))
            if (rule.Text("id") is { } id) byId.TryAdd(id, rule);
    }

    /// <summary>Null for a result that is none.</summary>
    public Finding? Finding(JsonElement result)
    {
        if (result.Text("kind") is not (null or "fail") || result.Items("suppressions").Any(s => s.Text("status") is null or "accepted")) return null;
        var rule = RuleOf(result);
        var id = result.Text("ruleId") ?? result.Get("rule").Text("id") ?? rule.Text("id") ?? "unknown";
        var message = result.Get("message").Text("text") ?? rule.Get("shortDescription").Text("text") ?? id;
        var (path, line, column) = Place(result.Items("locations").FirstOrDefault());
        return new()
        {
            Type = FindingType.Vuln, Rule = id, Cwe = CweOf(rule), Severity = SeverityOf(result, rule), Confidence = FindingConfidence.Medium,
            Title = FirstLine(message), Description = message, Path = path, Line = line, Column = column, Flow = FlowOf(result),
            Fingerprint = FingerprintOf(result) ?? Digest($"{tool}\n{id}\n{path}\n{message}"), Tags = [new("tool", tool)],
        };
    }

    JsonElement RuleOf(JsonElement result) =>
        (result.Text("ruleId") ?? result.Get("rule").Text("id")) is { } id && (byId.TryGetValue(id, out var rule) || byId.TryGetValue(id.Split('/')[0], out rule)) ? rule
        : (result.Number("ruleIndex") ?? result.Get("rule").Number("index")) is { } index && index >= 0 && index < byIndex.Count ? byIndex[index]
        : default;

    static (string Path, int Line, int Column) Place(JsonElement location)
    {
        var physical = location.Get("physicalLocation");
        return (RelativePath(physical.Get("artifactLocation").Text("uri") ?? ""), Math.Max(1, physical.Get("region").Number("startLine") ?? 1), physical.Get("region").Number("startColumn") ?? 0);
    }

    /// <summary>A relative path with '/', whatever the tool wrote; it names a place and is never opened.</summary>
    static string RelativePath(string uri)
    {
        var path = uri.StartsWith("file:") ? uri[5..] : uri;
        return string.Join('/', Uri.UnescapeDataString(path).Replace('\\', '/').Split('/').Where(p => p is not ("" or "." or "..")));
    }

    ImmutableArray<FlowStep> FlowOf(JsonElement result) =>
    [
        .. result.Items("codeFlows").FirstOrDefault().Items("threadFlows").FirstOrDefault().Items("locations").Take(limits.FlowSteps).Select(step =>
        {
            var location = step.Get("location");
            var (path, line, _) = Place(location);
            return new FlowStep(path, line, location.Get("message").Text("text") ?? "", null, location.Get("physicalLocation").Get("region").Get("snippet").Text("text"));
        }),
    ];

    static string? FingerprintOf(JsonElement result)
    {
        foreach (var group in (ReadOnlySpan<string>)["fingerprints", "partialFingerprints"])
            if (result.Get(group) is { ValueKind: JsonValueKind.Object } prints && prints.EnumerateObject().FirstOrDefault(p => p.Value.ValueKind == JsonValueKind.String) is { Value.ValueKind: JsonValueKind.String } print)
                return print.Value.GetString();
        return null;
    }

    /// <summary>From tags such as "external/cwe/cwe-089" and "CWE-89: ...", or from a relationship to the CWE taxonomy.</summary>
    static int? CweOf(JsonElement rule) =>
        rule.Get("properties").Items("tags").Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)
            .Concat(rule.Items("relationships").Where(r => r.Get("target").Get("toolComponent").Text("name") == "CWE").Select(r => "cwe-" + r.Get("target").Text("id")?.Replace("CWE-", "", StringComparison.OrdinalIgnoreCase)))
            .Select(CweIn).FirstOrDefault(c => c is not null);

    static int? CweIn(string tag)
    {
        if (tag.LastIndexOf("cwe-", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)) return null;
        var digits = tag[(at + 4)..];
        var length = 0;
        while (length < digits.Length && char.IsAsciiDigit(digits[length])) length++;
        return int.TryParse(digits.AsSpan(0, length), out var cwe) ? cwe : null;
    }

    /// <summary>A "security-severity" score counts before the level, which says how sure to act, not how bad it is.</summary>
    static FindingSeverity SeverityOf(JsonElement result, JsonElement rule)
    {
        var score = result.Get("properties").Text("security-severity") ?? rule.Get("properties").Text("security-severity");
        if (double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number switch { >= 9 => FindingSeverity.Critical, >= 7 => FindingSeverity.High, >= 4 => FindingSeverity.Medium, > 0 => FindingSeverity.Low, _ => FindingSeverity.Info };
        return (result.Text("level") ?? rule.Get("defaultConfiguration").Text("level")) switch
        {
            "error" => FindingSeverity.High, "note" => FindingSeverity.Low, "none" => FindingSeverity.Info, _ => FindingSeverity.Medium,
        };
    }

    static string FirstLine(string text) => text.AsSpan().Trim() is var trimmed && trimmed.IndexOf('\n') is > 0 and var end ? trimmed[..end].TrimEnd().ToString() : trimmed.ToString();

    static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
