using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Pages;

/// <summary>Applications with scans, as the pages meet them.</summary>
static class SampleScans
{
    /// <summary>Counts of a scan that was judged by npm's advisories and had none for Maven.</summary>
    public static readonly ScanCounts Judged = new()
    {
        UnknownPackages = 1, WithoutAdvisories = ["Maven"],
        AdvisoriesAsOf = ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("npm", new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero)),
    };

    /// <summary>A new application.</summary>
    public static Task<Application> Application(TestTenant tenant, string name) => tenant.Server.InScope(async s =>
        (await s.GetRequiredService<Core.Applications.Applications>().Create(new ApplicationDraft(name), Caller.System(tenant.Id), CancellationToken.None)).Value);

    /// <summary>A complete scan of it that counted this and found these.</summary>
    public static Task<Scan> Scan(TestTenant tenant, Application application, ScanCounts counts, params IReadOnlyList<ScanResult> found) => tenant.Server.InScope(async s =>
    {
        var caller = Caller.System(tenant.Id);
        var publisher = s.GetRequiredService<ScanPublisher>();
        var scan = (await s.GetRequiredService<Scans>().Start(application, new ScanDraft { Version = "4f2a9c1d77e0" }, caller, CancellationToken.None)).Value;
        await publisher.Stage(scan, found, CancellationToken.None);
        var published = await publisher.Publish(application, scan, caller, CancellationToken.None);
        // Publishing judges by what this server's advisories know, which other tests add to; the pages are held to what the sample says.
        var db = s.GetRequiredService<MerlonDb>();
        var kept = await db.Of<Scan>(tenant.Id).SingleAsync(row => row.Key == published.Key);
        kept.Counts = kept.Counts with { UnknownPackages = counts.UnknownPackages, WithoutAdvisories = counts.WithoutAdvisories, AdvisoriesAsOf = counts.AdvisoriesAsOf };
        await db.SaveChangesAsync();
        return kept;
    });

    /// <summary>A package that the project asks for.</summary>
    public static FoundPackage Package(string purl, string manifest = "pom.xml") => new() { Purl = purl, Direct = true, Manifest = manifest, Licenses = ["Apache-2.0"] };

    /// <summary>An advisory that hits a package.</summary>
    public static FoundVulnerability Advisory(string id, string purl, FindingSeverity severity, string? fixedIn) => new()
    {
        Id = id, Purl = purl, Severity = severity, Cvss = severity == FindingSeverity.Critical ? 10 : 6.5, FixedIn = fixedIn, Manifest = "pom.xml",
        Summary = "Untrusted text that is logged makes the logger load and run code from elsewhere.",
    };

    /// <summary>A file in which nothing was found yet.</summary>
    public static ScannedFile File(string path) => new() { Path = path, Size = 1234, Md5 = new string('1', 32), Sha1 = new string('2', 40), Sha256 = new string('3', 64) };

    /// <summary>A finding with a flow.</summary>
    public static Merlon.Analysis.Finding Finding(string title, FindingSeverity severity, int line, FindingType type = FindingType.Vuln) => new()
    {
        Type = type, Rule = "java.sql-injection", Cwe = 89, Severity = severity, Title = title, Path = "src/main/java/shop/orders/OrderRepository.java", Line = line, Fingerprint = $"{title}{line}",
        Description = "Text from a request becomes part of an SQL statement.\n\nBind it as a parameter instead:\n\n```java\nstatement.setString(1, name);\n```\n",
        Flow =
        [
            new("src/main/java/shop/orders/OrderController.java", 31, "name", "String", "String name = request.getParameter(\"name\");", "shop.orders.OrderController.find"),
            new("src/main/java/shop/orders/OrderRepository.java", line, "sql", "String", "statement.executeQuery(\"select * from orders where name = '\" + name + \"'\");", "shop.orders.OrderRepository.byName"),
        ],
        Tags = [new("category", "SQL Injection"), new("owasp_2021_category", "A03")],
    };

    /// <summary>A shop with some of everything.</summary>
    public static async Task<Application> WebShop(TestTenant tenant)
    {
        const string Log4j = "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1";
        var shop = await Application(tenant, "Web shop");
        List<ScanResult> found =
        [
            Finding("SQL injection in the search for orders by the name of a customer", FindingSeverity.Critical, 48),
            Finding("Path traversal when an invoice is downloaded", FindingSeverity.High, 112),
            Finding("Weak hash for a password", FindingSeverity.Medium, 20),
            Package(Log4j), Package("pkg:maven/com.google.guava/guava@33.0.0-jre"), Package("pkg:npm/lodash@4.17.20", "web/package-lock.json"), Package("pkg:npm/%40angular/core@17.0.1", "web/package-lock.json"),
            Advisory("CVE-2021-44228", Log4j, FindingSeverity.Critical, "2.15.0"), Advisory("CVE-2021-45046", Log4j, FindingSeverity.Critical, "2.16.0"), Advisory("CVE-2021-23337", "pkg:npm/lodash@4.17.20", FindingSeverity.High, "4.17.21"),
            File("pom.xml") with { Licenses = [new("Apache-2.0", 3, 9, 60, 400, 100)], Urls = [new("https://maven.apache.org/xsd/maven-4.0.0.xsd", 1)] },
            File("src/main/java/shop/orders/OrderRepository.java") with { Licenses = [new("MIT", 1, 2, 0, 60, 100)], Copyrights = [new("Copyright 2024 Ada Lovelace", ["Ada Lovelace"], 1)] },
        ];
        await Scan(tenant, shop, Judged, found);
        await Scan(tenant, shop, Judged, [.. found[1..], Finding("Secret key of a payment provider", FindingSeverity.High, 7, FindingType.Secret), .. Enumerable.Range(0, 60).Select(i => Finding("Log entry from user input", FindingSeverity.Low, 200 + i))]);
        await Scan(tenant, shop, Judged, [.. found, Finding("Secret key of a payment provider", FindingSeverity.High, 7, FindingType.Secret), .. Enumerable.Range(0, 60).Select(i => Finding("Log entry from user input", FindingSeverity.Low, 200 + i))]);
        return shop;
    }
}
