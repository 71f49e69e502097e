using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Scans;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Bench.Findings;

/// <summary>Findings as a large code base has them: a few hundred kinds, thousands of methods, a flow of four steps each.</summary>
static class Generated
{
    private static readonly string[] Categories = ["SQL Injection", "Cross-Site Scripting", "Directory Traversal", "Deserialization", "Sensitive Data Leak", "Weak Cipher", "Open Redirect", "Log Forging"];
    private static readonly string[] Owasp = ["a01-broken-access-control", "a02-cryptographic-failures", "a03-injection", "a05-security-misconfiguration"];
    private static readonly string[] Languages = ["java", "javascript", "python", "csharp"];

    /// <summary>Findings <paramref name="from"/> to <paramref name="from"/> + <paramref name="count"/> - 1, always the same.</summary>
    public static IEnumerable<Finding> Findings(int from, int count) => Enumerable.Range(from, count).Select(Finding);

    /// <summary>Publishes a scan of these findings.</summary>
    public static Task<Scan> Publish(Stage stage, Application application, IEnumerable<ScanResult> results) => stage.Do(async s =>
    {
        var publisher = s.GetRequiredService<ScanPublisher>();
        var scan = (await s.GetRequiredService<Scans>().Start(application, new ScanDraft { Version = "v", Language = "java" }, stage.System, default)).Value;
        await publisher.Stage(scan, results.ToAsyncEnumerable(), default);
        return await publisher.Publish(application, scan, stage.System, default);
    });

    private static Finding Finding(int n)
    {
        // A multiplier without a common divisor spreads kinds over the ids, as different files do.
        var kind = (int)(n * 2654435761L % 509);
        var (category, file) = (Categories[kind % Categories.Length], $"src/main/com/shop/part{n % 997}/Class{n % 8191}.java");
        return new()
        {
            Type = kind % 11 == 0 ? FindingType.Secret : kind % 7 == 0 ? FindingType.Insight : FindingType.Vuln,
            Rule = $"rule-{kind % 61}",
            Cwe = 20 + kind % 37,
            Severity = (FindingSeverity)(kind % 5),
            Title = $"{category}: value reaches method{n % 8191} number {n}",
            Description = "A value that comes from outside reaches a place where it does harm. Check it, or use an interface that cannot be misused.",
            Path = file,
            Line = n % 2000 + 1,
            Flow = [.. Enumerable.Range(0, 4).Select(step => new FlowStep(file, n % 2000 + step, $"value{step}", "java.lang.String", $"String value{step} = read(request, {step});", $"com.shop.Class{n % 8191}.method{step}(java.lang.String)"))],
            Fingerprint = $"{n * 2654435761L:x16}{n:x8}",
            Tags =
            [
                new("category", category), new("owasp_2021_category", Owasp[kind % Owasp.Length]), new("language", Languages[kind % Languages.Length]),
                new("source_method", $"com.shop.Class{n % 8191}.method0(java.lang.String)"), new("sink_method", $"java.sql.Statement.run{kind}"),
            ],
        };
    }
}
