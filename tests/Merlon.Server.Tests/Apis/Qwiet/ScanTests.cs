using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Merlon.Core.Scans;
using Merlon.Server.Tests.Findings;
using Merlon.Server.Tests.Running;
using static Merlon.Server.Tests.Findings.Scanned;

namespace Merlon.Server.Tests.Apis.Qwiet;

/// <summary>Scans of the Qwiet API.</summary>
public abstract class ScanTests(RunningServer server)
{
    private async Task<(TestTenant Tenant, HttpClient Client)> Shop()
    {
        var tenant = await server.NewTenant();
        await tenant.Application("shop");
        return (tenant, await tenant.Admin());
    }

    private static ScanDraft On(string branch, string version = "v") => new() { Branch = branch, Version = version, Language = "java", Tags = ImmutableSortedDictionary<string, string>.Empty.Add("team", branch) };

    [Fact]
    public async Task Read_ShowsTheScanAsClientsExpectIt()
    {
        var (tenant, client) = await Shop();
        await tenant.Scan("shop", [Weakness("a"), Weakness("b"), Secret("s")]);

        var scan = (await client.GetAsync(tenant.Org("apps/shop/scans/1")).Response()).AsArray().ShouldHaveSingleItem()!;

        ((string)scan["id"]!).ShouldBe("1");
        ((string)scan["app"]!).ShouldBe("shop");
        ((string)scan["version"]!).ShouldBe("abc");
        ((string)scan["tags"]!["branch"]!).ShouldBe("main");
        ((bool)scan["successful"]!).ShouldBeTrue();
        ((bool)scan["is_default_branch"]!).ShouldBeTrue();
        ((int)scan["total"]!).ShouldBe(3);
        Regex.IsMatch((string)scan["completed_at"]!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$").ShouldBeTrue();
        var vuln = scan["findings_summaries"]!.AsArray().Single(s => (string)s!["finding_type"]! == "vuln")!;
        ((int)vuln["total"]!).ShouldBe(2);
        ((int)vuln["by_severity"]!["high"]!["total"]!).ShouldBe(2);
        ((int)vuln["by_category"]!["SQL Injection"]!["total"]!).ShouldBe(2);
        scan["counts"]!.AsArray().Single(c => (string)c!["key"]! == "cwe_category")!.ToJsonString().ShouldBe("""{"key":"cwe_category","value":"89","finding_type":"vuln","count":2}""");
    }

    [Fact]
    public async Task List_IsNewestFirst_LimitedAndFilteredByTags()
    {
        var (tenant, client) = await Shop();
        foreach (var branch in (string[])["main", "dev", "main", "dev", "dev"]) await tenant.Scan("shop", [Weakness("a")], On(branch));

        async Task<string[]> Ids(string query) => [.. (await client.GetAsync(tenant.Org($"apps/shop/scans{query}")).Response())["scans"]!.AsArray().Select(s => (string)s!["id"]!)];

        (await Ids("")).ShouldBe(["5", "4", "3", "2", "1"]);
        (await Ids("?limit=2")).ShouldBe(["5", "4"]);
        (await Ids("?tags=branch=main")).ShouldBe(["3", "1"]);
        (await Ids("?tags=team=dev&limit=1")).ShouldBe(["5"]);
        (await Ids("?tags=team=dev&tags=branch=main")).ShouldBeEmpty();
        (await Ids("?who_knows=1")).Length.ShouldBe(5);
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=51")]
    [InlineData("?limit=x")]
    [InlineData("?tags=branch")]
    public async Task List_WithABadQuery_Is400AndNamesTheKey(string query)
    {
        var (tenant, client) = await Shop();

        var refused = await client.GetAsync(tenant.Org($"apps/shop/scans{query}")).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");

        ((string)refused["validation_errors"]!.AsArray().ShouldHaveSingleItem()!).ShouldStartWith(query[1..query.IndexOf('=')]);
    }

    [Fact]
    public async Task Scan_WhosePackagesHaveNoAdvisories_SaysSoInsteadOfLookingClean()
    {
        var (tenant, client) = await Shop();
        await tenant.Scan("shop", [new Merlon.Analysis.FoundPackage { Purl = "pkg:hackage/lens@5.0", Manifest = "x.cabal" }]);

        var scan = (await client.GetAsync(tenant.Org("apps/shop/scans/1")).Response())[0]!;

        ((bool)scan["oss_info"]!["successful"]!).ShouldBeFalse();
        ((string)scan["oss_info"]!["failure_reason"]!).ShouldContain("Hackage");
    }

    [Fact]
    public async Task EveryOperation_RefusesWhoMayNotAndHidesFromStrangers()
    {
        var (tenant, client) = await Shop();
        await tenant.Scan("shop", [Weakness("a")]);
        await client.GetAsync(tenant.Org("apps/shop/scans/2")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.GetAsync(tenant.Org("apps/shop/scans/99999999999")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.GetAsync(tenant.Org("apps/shop/scans/x")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.GetAsync(tenant.Org("apps/none/scans")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        var without = await tenant.As("TEAM_DEFINED");
        await without.GetAsync(tenant.Org("apps/shop/scans")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await without.GetAsync(tenant.Org("apps/shop/scans/1")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        var stranger = await (await server.NewTenant()).Admin();
        await stranger.GetAsync(tenant.Org("apps/shop/scans")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await stranger.GetAsync(tenant.Org("apps/shop/scans/1")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    public sealed class OnSqlite(SqliteServer server) : ScanTests(server);

    public sealed class OnPostgres(PostgresServer server) : ScanTests(server);
}
