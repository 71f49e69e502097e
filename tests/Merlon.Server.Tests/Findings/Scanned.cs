using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Findings;

/// <summary>Scans with results of a test's own choosing.</summary>
static class Scanned
{
    /// <summary>Makes an application.</summary>
    public static Task<Application> Application(this TestTenant tenant, string id) =>
        tenant.Act(async (s, caller) => (await s.GetRequiredService<Applications>().Create(new ApplicationDraft(id) { PublicId = id }, caller, default)).Value);

    /// <summary>Publishes a scan of an application.</summary>
    public static Task<Scan> Scan(this TestTenant tenant, string app, IEnumerable<ScanResult> results, ScanDraft? draft = null) => tenant.Act(async (s, caller) =>
    {
        var application = (await s.GetRequiredService<Applications>().Find(app, caller, default)).Value;
        var publisher = s.GetRequiredService<ScanPublisher>();
        var scan = (await s.GetRequiredService<Scans>().Start(application, draft ?? new ScanDraft { Version = "abc", Language = "java" }, caller, default)).Value;
        await publisher.Stage(scan, results.ToAsyncEnumerable(), default);
        return await publisher.Publish(application, scan, caller, default);
    });

    /// <summary>Does something as the server itself would in the tenant.</summary>
    public static Task<T> Act<T>(this TestTenant tenant, Func<IServiceProvider, Caller, Task<T>> act) => tenant.Server.InScope(s => act(s, Caller.System(tenant.Id)));

    /// <summary>A weakness found; the name makes its fingerprint.</summary>
    public static Merlon.Analysis.Finding Weakness(string name, FindingSeverity severity = FindingSeverity.High, string category = "SQL Injection", params (string Key, string Value)[] tags) => new()
    {
        Type = FindingType.Vuln,
        Rule = "sqli",
        Cwe = 89,
        Severity = severity,
        Title = $"{category}: {name}",
        Description = "Use parameters.",
        Path = $"src/{name}.java",
        Line = 7,
        Flow = [new("src/In.java", 3, "q", "String", "q = request.get()", "com.shop.In.read(String)"), new($"src/{name}.java", 7, "q", "String", "run(q)", "com.shop.Db.run(String)")],
        Fingerprint = name,
        Tags = [new("category", category), new("owasp_2021_category", "a03-2021-injection"), new("language", "java"), .. tags.Select(t => new Merlon.Analysis.FindingTag(t.Key, t.Value))],
    };

    /// <summary>A secret found.</summary>
    public static Merlon.Analysis.Finding Secret(string name) => new()
    {
        Type = FindingType.Secret, Rule = "aws-key", Severity = FindingSeverity.Critical, Title = "AWS key", Path = $"{name}.env", Line = 1, Fingerprint = name, Tags = [new("secret", "AKIA****"), new("entropy", "4.1")],
    };

    /// <summary>Some weaknesses, w0 to w(count-1).</summary>
    public static ImmutableArray<ScanResult> Weaknesses(int count) => [.. Enumerable.Range(0, count).Select(n => Weakness($"w{n}", (FindingSeverity)(n % 5), n % 2 == 0 ? "SQL Injection" : "Cross-Site Scripting"))];
}
