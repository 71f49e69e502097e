using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Merlon.Analysis;
using Merlon.Core.Advisories;
using Merlon.Core.Applications;
using Merlon.Core.Components;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Outbound;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Packages.Advisories;
using Merlon.Server.Tests.Apis.Qwiet;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Merlon.Server.Tests.Findings.Scanned;

namespace Merlon.Server.Tests.Findings;

/// <summary>Advisories: loading, matching when a scan is published, matching again when they change, downloading by the clock.</summary>
public abstract class AdvisoryTests(RunningServer server)
{
    private static int _names;

    // Advisories belong to the server as a whole, so every test has packages of its own.
    private readonly string _package = $"pkg{Interlocked.Increment(ref _names)}";

    private static object Osv(string id, string package, string fixedIn, string modified = "2024-01-01T00:00:00Z", string[]? aliases = null, string ecosystem = "Hex", string? withdrawn = null) => new
    {
        schema_version = "1.6.0",
        id,
        modified,
        withdrawn,
        aliases = aliases ?? [],
        summary = $"Trouble in {package}",
        details = "Long story.",
        severity = new[] { new { type = "CVSS_V3", score = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" } },
        affected = new[] { new { package = new { ecosystem, name = package }, ranges = new[] { new { type = "ECOSYSTEM", events = new object[] { new { introduced = "0" }, new Dictionary<string, string> { ["fixed"] = fixedIn } } } } } },
    };

    private async Task<ImportReport> Import(params object[] advisories)
    {
        using var folder = new Temp();
        await using (var zip = new ZipArchive(File.Create(folder.File("all.zip")), ZipArchiveMode.Create))
        {
            foreach (var (advisory, place) in advisories.Select((a, n) => (a, n)))
            {
                await using var entry = zip.CreateEntry($"{place}.json").Open();
                await entry.WriteAsync(advisory as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(advisory, new JsonSerializerOptions { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull }));
            }
        }
        return await server.InScope(s => s.GetRequiredService<AdvisoryImport>().Load(folder.File("all.zip"), default));
    }

    private FoundPackage Package(string version) => new() { Purl = $"pkg:hex/{_package}@{version}", Manifest = "mix.lock", Direct = true };

    private static async Task<List<FindingView>> Vulnerabilities(TestTenant tenant, FindingFilter? filter = null) => [.. await tenant.Act(async (s, caller) =>
        (await s.GetRequiredService<Core.Findings.Findings>().OfTenant((filter ?? FindingFilter.Open) with { Types = ["oss_vuln"] }, new FindingPaging(), ScanFilter.Any, caller, default)).Value.Findings)];

    private static Task Rematch(TestTenant tenant) => tenant.Act(async (s, caller) =>
        await s.GetRequiredService<Rematch>().Run((await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value.Key, caller, default));

    private async Task<TestTenant> Shop()
    {
        var tenant = await server.NewTenant();
        await tenant.Application("shop");
        return tenant;
    }

    [Fact]
    public async Task Import_OfTheSameAdvisoriesAgain_ChangesNothing_AndNewerOnesReplaceOlder()
    {
        (await Import(Osv($"T-{_package}", _package, "2.0"), "nonsense"u8.ToArray())).ShouldSatisfyAllConditions(r => r.Read.ShouldBe(1), r => r.Changed.ShouldBe(1), r => r.SkippedCount.ShouldBe(1), r => r.Skipped.ShouldHaveSingleItem().ShouldStartWith("1.json"));
        (await Import(Osv($"T-{_package}", _package, "2.0"))).Changed.ShouldBe(0);
        (await Import(Osv($"T-{_package}", _package, "1.0", modified: "2023-01-01T00:00:00Z"))).Changed.ShouldBe(0);
        (await Import(Osv($"T-{_package}", _package, "3.0", modified: "2025-01-01T00:00:00Z", aliases: [$"CVE-{_package}"]))).Changed.ShouldBe(1);

        var kept = await server.InScope(s => s.GetRequiredService<AdvisoryStore>().Find($"CVE-{_package}", default));
        var advisory = kept.ShouldHaveSingleItem();
        (advisory.Id, advisory.Details, advisory.Affected[0].Ranges[0].Events[1].Version, advisory.Affected[0].Affects("2.5"), advisory.Affected[0].Affects("3.0")).ShouldBe(($"T-{_package}", "Long story.", "3.0", true, false));
        var age = (await server.InScope(s => s.GetRequiredService<IAdvisorySource>().Ages(default)))["Hex"];
        age.LoadedAt.ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddMinutes(-5));
        age.NewestModified.ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(2025, 1, 1, 0, 0, 0, default));
    }

    [Fact]
    public async Task Publish_MakesAFindingOfEachVulnerabilityOfAPackage()
    {
        await Import(Osv($"GHSA-{_package}", _package, "2.0", aliases: [$"CVE-2024-{_package}"]));
        var tenant = await Shop();

        var scan = await tenant.Scan("shop", [Package("1.5"), Package("2.0"), Weakness("a")]);

        var view = (await Vulnerabilities(tenant)).ShouldHaveSingleItem();
        view.Profile.Severity.ShouldBe(FindingSeverity.Critical);
        view.Finding.Title.ShouldContain($"pkg:hex/{_package}@1.5");
        view.Document.Facts["fix"].ShouldBe("Upgrade to 2.0");
        var tags = view.Profile.Tags.Concat(view.Document.Tags).ToLookup(t => t.Key, t => t.Value);
        tags["cve"].ShouldBe([$"CVE-2024-{_package}"]);
        tags["oss_internal_id"].ShouldBe([$"GHSA-{_package}"]);
        tags["package_url"].ShouldBe([$"pkg:hex/{_package}@1.5"]);
        tags["cvss_score"].ShouldBe(["9.8"]);
        (scan.Counts.Packages, scan.Counts.VulnerablePackages, scan.Counts.UnknownPackages, scan.Counts.WithoutAdvisories.Length).ShouldBe((2, 1, 0, 0));
        scan.Counts.AdvisoriesAsOf.Keys.ShouldBe(["Hex"]);

        var client = await tenant.Admin();
        var wire = (await client.GetAsync(tenant.Org($"apps/shop/findings?finding_tags=cve=CVE-2024-{_package}")).Response())["findings"]!.AsArray().ShouldHaveSingleItem()!;
        wire["details"]!["dependency"]!.ToJsonString().ShouldBe($$"""{"artifact_id":"{{_package}}","version":"1.5"}""");
        ((string)wire["details"]!["fix"]!).ShouldBe("Upgrade to 2.0");
    }

    [Fact]
    public async Task Upgrade_ThatDoesNotHelp_KeepsWhatAPersonDecided()
    {
        await Import(Osv($"GHSA-{_package}", _package, "2.0"));
        var tenant = await Shop();
        await tenant.Scan("shop", [Package("1.5")]);
        var id = (await Vulnerabilities(tenant))[0].Finding.Key;
        await (await tenant.Admin()).Put(tenant.Org($"apps/shop/findings/{id}/status"), new { status = "ignore" }).Body();

        await Import(Osv($"GHSA-{_package}", _package, "2.0", modified: "2025-01-01T00:00:00Z", aliases: [$"CVE-2025-{_package}"]));
        await tenant.Scan("shop", [Package("1.6")]);

        (await Vulnerabilities(tenant)).ShouldBeEmpty();
        (await Vulnerabilities(tenant, FindingFilter.Open with { Statuses = [FindingStatus.Ignored] })).ShouldHaveSingleItem().Finding.Key.ShouldBe(id);
    }

    [Fact]
    public async Task Rematch_FindsWhatNewAdvisoriesSay_AndDropsWhatIsWithdrawn()
    {
        await Import(Osv($"GHSA-{_package}-1", _package, "2.0"));
        var tenant = await Shop();
        await tenant.Scan("shop", [Package("1.5"), Weakness("a")]);
        var first = (await Vulnerabilities(tenant)).ShouldHaveSingleItem().Finding.Key;

        await Import(Osv($"GHSA-{_package}-2", _package, "1.7"));
        await Rematch(tenant);
        (await Vulnerabilities(tenant)).Count.ShouldBe(2);

        await Import(Osv($"GHSA-{_package}-2", _package, "1.7", modified: "2025-02-01T00:00:00Z", withdrawn: "2025-02-01T00:00:00Z"));
        await Rematch(tenant);
        (await Vulnerabilities(tenant)).ShouldHaveSingleItem().Finding.Key.ShouldBe(first);
        var scan = await tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<Scan>(tenant.Id).SingleAsync());
        (scan.Counts.Findings, scan.HasLeftovers).ShouldBe((2, false));
        ((int)(await (await tenant.Admin()).GetAsync(tenant.Org("findings")).Response())["total_count"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Rematch_WithNothingNew_TellsNothing()
    {
        await Import(Osv($"GHSA-{_package}", _package, "2.0"));
        var tenant = await Shop();
        await tenant.Scan("shop", [Package("1.5")]);
        Task<int> Events() => tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<Core.Events.Event>(tenant.Id).CountAsync());
        var before = await Events();

        await Rematch(tenant);

        (await Events()).ShouldBe(before);
        (await Vulnerabilities(tenant)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task PredictionsAndCatalogue_AreLoadedAndLookedUp()
    {
        using var folder = new Temp();
        await File.WriteAllTextAsync(folder.File("epss.csv"), "#model_version:v2025,score_date:2025-06-01T00:00:00+0000\ncve,epss,percentile\nCVE-2020-1,0.5,0.9\nbad line\n");
        await File.WriteAllTextAsync(folder.File("kev.json"), """{"title":"KEV","catalogVersion":"1","vulnerabilities":[{"cveID":"CVE-2020-1","dateAdded":"2021-11-03","knownRansomwareCampaignUse":"Known"}]}""");

        foreach (var file in (string[])["epss.csv", "kev.json"]) (await server.InScope(s => s.GetRequiredService<AdvisoryImport>().Load(folder.File(file), default))).Read.ShouldBe(1);

        var (prediction, exploit) = await server.InScope(async s => ((await s.GetRequiredService<AdvisoryStore>().Predictions(["CVE-2020-1", "CVE-2020-2"], default)).Single().Value, (await s.GetRequiredService<AdvisoryStore>().Exploits(["CVE-2020-1"], default)).Single().Value));
        (prediction.Probability, prediction.Percentile, exploit.Ransomware).ShouldBe((0.5, 0.9, true));
    }

    [Fact]
    public async Task Download_LoadsWhatIsThere_TellsWhatIsNot_AndTransfersNothingTwice()
    {
        using var folder = new Temp();
        await using (var zip = new ZipArchive(File.Create(folder.File("all.zip")), ZipArchiveMode.Create))
        {
            await using var entry = zip.CreateEntry("a.json").Open();
            await entry.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(Osv($"D-{_package}", _package, "2.0", ecosystem: "CRAN")));
        }
        var transfers = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var source = builder.Build();
        source.Urls.Add("http://127.0.0.1:0");
        source.MapGet("/CRAN/all.zip", (HttpRequest request) =>
        {
            if (request.Headers.IfNoneMatch == "\"v1\"") return Results.StatusCode((int)HttpStatusCode.NotModified);
            Interlocked.Increment(ref transfers);
            return Results.File(folder.File("all.zip"), "application/zip", entityTag: new("\"v1\""));
        });
        await source.StartAsync();
        var options = new AdvisoryOptions { Osv = new Uri(source.Urls.Single()), Ecosystems = ["CRAN", "Bitnami"] };

        for (var time = 0; time < 2; time++)
        {
            await server.InScope(async s =>
            {
                await ActivatorUtilities.CreateInstance<AdvisoryDownloads>(s, options, Open).Run(default);
                return 0;
            });
        }

        transfers.ShouldBe(1);
        (await server.InScope(s => s.GetRequiredService<AdvisoryStore>().Find($"D-{_package}", default))).ShouldHaveSingleItem();
        var rows = await server.InScope(s => s.GetRequiredService<MerlonDb>().Shared<AdvisoryDownload>().AsNoTracking().ToListAsync());
        rows.Single(r => r.Address == $"{source.Urls.Single()}/CRAN/all.zip").Problem.ShouldBeNull();
        rows.Single(r => r.Address == $"{source.Urls.Single()}/Bitnami/all.zip").Problem!.ShouldContain("404");
        Directory.Exists(Path.Combine(server.Data, "downloads")).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(Path.Combine(server.Data, "downloads")).ShouldBeEmpty();
        new AdvisoryOptions().IsOn.ShouldBeFalse();
    }

    [Fact]
    public async Task Download_FromAnInnerAddressThatIsNotAllowed_IsRefused()
    {
        var options = new AdvisoryOptions { Osv = new Uri($"http://127.0.0.1:9/{_package}"), Ecosystems = ["CRAN"] };
        await server.InScope(async s =>
        {
            await ActivatorUtilities.CreateInstance<AdvisoryDownloads>(s, options, new OutboundHttp(new OutboundOptions())).Run(default);
            return 0;
        });
        var row = await server.InScope(s => s.GetRequiredService<MerlonDb>().Shared<AdvisoryDownload>().AsNoTracking().SingleAsync(r => r.Address.Contains(_package)));
        row.Problem.ShouldNotBeNull().ShouldContain("outbound.allowed");
    }

    // The source of these tests is on this machine, which a server reaches only where its operator says so.
    private static OutboundHttp Open { get; } = new(new OutboundOptions { Allowed = [System.Net.IPNetwork.Parse("127.0.0.0/8")] });

    private sealed class Temp : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-advisories-");

        public string File(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }

    public sealed class OnSqlite(SqliteServer server) : AdvisoryTests(server);

    public sealed class OnPostgres(PostgresServer server) : AdvisoryTests(server);
}
