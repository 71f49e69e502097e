using System.Net;
using System.Text.Json.Nodes;
using Merlon.Analysis;
using Merlon.Core.Scans;
using Merlon.Server.Tests.Findings;
using Merlon.Server.Tests.Running;
using static Merlon.Server.Tests.Findings.Scanned;

namespace Merlon.Server.Tests.Apis.Qwiet;

/// <summary>Findings of the Qwiet API: lists, filters, walks, details, summaries.</summary>
public abstract class FindingTests(RunningServer server)
{
    private async Task<(TestTenant Tenant, HttpClient Client)> Shop(params IEnumerable<ScanResult> results)
    {
        var tenant = await server.NewTenant();
        await tenant.Application("shop");
        await tenant.Scan("shop", results);
        return (tenant, await tenant.Admin());
    }

    [Fact]
    public async Task List_ShowsAFindingWithEverythingThatClientsIndex()
    {
        var (tenant, client) = await Shop(Weakness("a", tags: ("source_method", "com.shop.In.read(String)")));

        var response = await client.GetAsync(tenant.Org("apps/shop/findings")).Response();

        ((bool)response["has_more"]!).ShouldBeFalse();
        ((int)response["total_count"]!).ShouldBe(1);
        ((string)response["scan"]!["id"]!).ShouldBe("1");
        var finding = response["findings"]![0]!;
        ((string)finding["app"]!, (string)finding["type"]!, (string)finding["severity"]!, (string)finding["status"]!).ShouldBe(("shop", "vuln", "high", "unset"));
        ((string)finding["internal_id"]!).ShouldBe("sqli/a");
        ((string)finding["category"]!, (string)finding["version_first_seen"]!, (string)finding["scan_first_seen"]!).ShouldBe(("SQL Injection", "abc", "1"));
        ((string)finding["description"]!).ShouldBe("Use parameters.");
        finding["details"]!["file_locations"]!.ToJsonString().ShouldBe("""["src/In.java:3","src/a.java:7"]""");
        ((string)finding["details"]!["source_method"]!, (string)finding["details"]!["name"]!, (string)finding["details"]!["ml_assisted"]!).ShouldBe(("com.shop.In.read(String)", "sqli", "false"));
        finding["details"]!["dataflow"].ShouldBeNull();
        finding["tags"]!.AsArray().ShouldAllBe(t => t!["value"]!.GetValueKind() == System.Text.Json.JsonValueKind.String);
        finding["tags"]!.AsArray().ToDictionary(t => (string)t!["key"]!, t => (string)t!["value"]!).ShouldBe(new Dictionary<string, string>
        {
            ["category"] = "SQL Injection", ["cvss_31_severity_rating"] = "high", ["cwe_category"] = "89", ["language"] = "java", ["owasp_2021_category"] = "a03-injection", ["severity"] = "high",
            ["source_method"] = "com.shop.In.read(String)",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Fields_LeaveOutWhatIsNotWanted_AndDataflowsComeOnlyWhenAskedFor()
    {
        var (tenant, client) = await Shop(Weakness("a"));

        var slim = (await client.GetAsync(tenant.Org("apps/shop/findings?fields=-details&fields=-description,-related_findings")).Response())["findings"]![0]!.AsObject();
        slim.Select(p => p.Key).ShouldNotContain("details");
        slim.Select(p => p.Key).ShouldNotContain("description");
        slim.Select(p => p.Key).ShouldNotContain("related_findings");
        var full = (await client.GetAsync(tenant.Org("apps/shop/findings?include_dataflows=true")).Response())["findings"]![0]!;
        full["details"]!["dataflow"]!["list"]![1]!["location"]!.ToJsonString().ShouldBe("""{"file_name":"src/a.java","line_number":7,"method_name":"com.shop.Db.run(String)","short_method_name":"run","class_name":"com.shop.Db","vcs_url":""}""");
        full["details"]!["dataflow"]!["list"]![0]!["variable_info"]!.ToJsonString().ShouldBe("""{"Variable":{"Local":{"symbol":"q","type":"String"}}}""");
    }

    [Theory]
    [InlineData("", "a b c d s")]
    [InlineData("type=secret", "s")]
    [InlineData("type=secret&type=vuln", "a b c d s")]
    [InlineData("type=oss_vuln", "")]
    [InlineData("severity=critical", "a s")]
    [InlineData("severity=moderate", "c")]
    [InlineData("severity=low&severity=high", "b d")]
    [InlineData("severity=info", "d")]
    [InlineData("category=XSS", "c d")]
    [InlineData("finding_tags=category=XSS&finding_tags=severity=medium", "c")]
    [InlineData("finding_tags=category=XSS&finding_tags=category=SQL%20Injection", "a b c d")]
    [InlineData("finding_tags=cwe_category=89", "a b c d")]
    [InlineData("finding_tags=sink_method=run", "a c")]
    [InlineData("finding_tags=sink_method=run&finding_tags=category=XSS", "c")]
    [InlineData("finding_tags=sink_method=run&finding_tags=sink_method=eval", "a b c")]
    [InlineData("finding_tags=sink_method=a=b", "d")]
    [InlineData("finding_tags=sink_method=none", "")]
    [InlineData("details_tags=sink_method=run", "a c")]
    [InlineData("search=sql%20INJ", "a b")]
    [InlineData("search=xss&search=c.java", "c")]
    [InlineData("search=100%25", "")]
    [InlineData("status=any", "a b c d s")]
    [InlineData("status=fixed", "")]
    [InlineData("assignment=assigned", "")]
    [InlineData("assignment=unassigned", "a b c d s")]
    [InlineData("scan=1", "a b c d s")]
    [InlineData("version=abc&tags=branch=main", "a b c d s")]
    [InlineData("unknown=key", "a b c d s")]
    public async Task List_Filtered_ShowsWhatMatchesAndCountsIt(string query, string expected)
    {
        var (tenant, client) = await Shop(
            Weakness("a", FindingSeverity.Critical, tags: ("sink_method", "run")), Weakness("b", FindingSeverity.High, tags: ("sink_method", "eval")),
            Weakness("c", FindingSeverity.Medium, "XSS", ("sink_method", "run")), Weakness("d", FindingSeverity.Info, "XSS", ("sink_method", "a=b")), Secret("s"));

        foreach (var list in (string[])["apps/shop/findings", "findings"])
        {
            if (list == "findings" && (query.StartsWith("scan=") || query.StartsWith("version="))) continue;
            var response = await client.GetAsync(tenant.Org($"{list}?{query}")).Response();
            response["findings"]!.AsArray().Select(f => ((string)f!["internal_id"]!).Split('/')[1]).Order().ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            ((int)response["total_count"]!).ShouldBe(response["findings"]!.AsArray().Count);
            response["counts"]!.AsArray().Where(c => (string)c!["key"]! == "severity").Sum(c => (int)c!["count"]!).ShouldBe(response["findings"]!.AsArray().Count);
        }
    }

    [Theory]
    [InlineData("severity=terrible", "severity")]
    [InlineData("status=maybe", "status")]
    [InlineData("assignment=me", "assignment")]
    [InlineData("order=up", "order")]
    [InlineData("page=0", "page")]
    [InlineData("per_page=0", "per_page")]
    [InlineData("per_page=251", "per_page")]
    [InlineData("finding_tags=category", "finding_tags")]
    [InlineData("only_counts=perhaps", "only_counts")]
    [InlineData("after=x", "after")]
    [InlineData("diff=all", "diff")]
    [InlineData("source=main", "source")]
    [InlineData("scan=x", "scan")]
    public async Task List_WithABadQuery_Is400AndNamesTheKey(string query, string key)
    {
        var (tenant, client) = await Shop(Weakness("a"));

        var refused = await client.GetAsync(tenant.Org($"apps/shop/findings?{query}")).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");

        ((string)refused["validation_errors"]!.AsArray().ShouldHaveSingleItem()!).ShouldStartWith($"{key}: ");
    }

    [Theory]
    [InlineData("apps/shop/findings?per_page=7")]
    [InlineData("apps/shop/findings?per_page=7&order=asc")]
    [InlineData("apps/shop/findings?per_page=7&sort=severity")]
    [InlineData("apps/shop/findings?per_page=7&sort=severity&order=asc&category=SQL%20Injection")]
    [InlineData("apps/shop/findings?per_page=249")]
    [InlineData("findings?per_page=7&type=vuln&finding_tags=category=SQL%20Injection")]
    [InlineData("apps/shop/findings?per_page=7&search=w1")]
    public async Task Walk_AlongNextPage_NeitherSkipsNorRepeats_AndAgreesWithPagesByNumber(string start)
    {
        var (tenant, client) = await Shop(Weaknesses(60));
        var all = await client.GetAsync(tenant.Org(start.Replace("per_page=7", "per_page=250"))).Response();
        var (walked, numbered) = (new List<int>(), new List<int>());

        var next = tenant.Org(start);
        for (var page = 1; next is not null; page++)
        {
            var body = await client.GetAsync(next).Body();
            walked.AddRange(body["response"]!.Ids());
            numbered.AddRange((await client.GetAsync(tenant.Org($"{start}&page={page}")).Response()).Ids());
            next = (string?)body["next_page"];
            (next is not null).ShouldBe((bool)body["response"]!["has_more"]!);
            body["response"]!["counts"]!.ToJsonString().ShouldBe(all["counts"]!.ToJsonString());
        }

        walked.ShouldBe(all.Ids());
        numbered.ShouldBe(walked);
        walked.Count.ShouldBe((int)all["total_count"]!);
        if (!start.Contains("sort=")) walked.ShouldBe(start.Contains("asc") ? walked.Order() : walked.OrderDescending());
    }

    [Fact]
    public async Task Walk_WhileFindingsComeAndGo_ShowsThoseThatStayedOnce()
    {
        var (tenant, client) = await Shop(Weaknesses(40));
        var stay = (await client.GetAsync(tenant.Org("apps/shop/findings?per_page=250&category=SQL%20Injection")).Response()).Ids();

        var body = await client.GetAsync(tenant.Org("findings?per_page=10")).Body();
        var walked = body["response"]!.Ids().ToList();
        await tenant.Scan("shop", [.. Weaknesses(40).OfType<Merlon.Analysis.Finding>().Where(f => f.Tags[0].Value == "SQL Injection"), .. Enumerable.Range(0, 30).Select(n => Weakness($"new{n}"))]);
        while ((string?)body["next_page"] is { } next) walked.AddRange((body = await client.GetAsync(next).Body())["response"]!.Ids());

        walked.ShouldBeUnique();
        stay.Except(walked).ShouldBeEmpty();
    }

    [Fact]
    public async Task FarPageAndRareTag_AfterDecisionsAndScans_ShowWhatIsThereNow()
    {
        Merlon.Analysis.Finding[] many = [.. Enumerable.Range(0, 1300).Select(n => Weakness($"f{n:0000}", tags: ("source_method", $"In.read{n % 2}()")))];
        var (tenant, client) = await Shop(many);
        async Task<(int Total, IReadOnlyList<int> Ids)> Page(string query)
        {
            var response = await client.GetAsync(tenant.Org($"apps/shop/findings?order=asc&per_page=100&{query}")).Response();
            return ((int)response["total_count"]!, [.. response.Ids()]);
        }
        var (far, rare) = (await Page("page=13"), await Page("page=7&finding_tags=source_method=In.read0()"));
        (far.Total, far.Ids.Count, rare.Total, rare.Ids.Count).ShouldBe((1300, 100, 650, 50));

        // One before the far page is settled: everything behind it moves up by one.
        var settled = (await Page("page=1")).Ids[0];
        await client.Send(HttpMethod.Put, tenant.Org($"apps/shop/findings/{settled}/status"), """{"status":"fixed"}""").Body();
        var moved = await Page("page=13");
        moved.Total.ShouldBe(1299);
        moved.Ids.ShouldBe([.. far.Ids.Skip(1)]);
        (await Page("page=7&finding_tags=source_method=In.read0()")).Ids.ShouldBe([.. rare.Ids.Skip(1)]);

        await tenant.Scan("shop", many[..1250]);
        (await Page("page=13")).Ids.Count.ShouldBe(49);
        (await Page("finding_tags=source_method=In.read0()")).Total.ShouldBe(624);
    }

    [Fact]
    public async Task NextPage_IsAbsoluteAndKeepsEveryFilter()
    {
        var (tenant, client) = await Shop(Weaknesses(60));

        var body = await client.GetAsync(tenant.Org("apps/shop/findings?severity=high&severity=low&finding_tags=language=java&per_page=5")).Body();

        var next = new Uri((string)body["next_page"]!);
        next.GetLeftPart(UriPartial.Path).ShouldBe($"{server.Address.GetLeftPart(UriPartial.Authority)}{tenant.Org("apps/shop/findings")}");
        Uri.UnescapeDataString(next.Query).ShouldContain("severity=high&severity=low&finding_tags=language=java&per_page=5");
        next.Query.ShouldContain("page=2");
    }

    [Fact]
    public async Task OnlyCounts_LeavesTheFindingsOut()
    {
        var (tenant, client) = await Shop(Weaknesses(10));

        var response = (await client.GetAsync(tenant.Org("apps/shop/findings?only_counts=true")).Response()).AsObject();

        response.ContainsKey("findings").ShouldBeFalse();
        ((int)response["total_count"]!).ShouldBe(10);
        response["counts"]!.AsArray().ShouldNotBeEmpty();
        response["scan"].ShouldNotBeNull();
    }

    [Fact]
    public async Task App_ThatWasNeverScanned_HasAnEmptyList()
    {
        var tenant = await server.NewTenant();
        await tenant.Application("shop");

        var response = await (await tenant.Admin()).GetAsync(tenant.Org("apps/shop/findings")).Response();

        response.ToJsonString().ShouldBe("""{"has_more":false,"findings":[],"counts":[],"total_count":0}""");
    }

    [Theory]
    [InlineData("diff=new", "c")]
    [InlineData("diff=common", "b")]
    [InlineData("diff=fixed", "a")]
    [InlineData("diff=new&source=scan.1", "b c")]
    [InlineData("diff=regression&source=scan.1", "")]
    [InlineData("scan=4&diff=regression", "a")]
    [InlineData("scan=4&diff=new", "a")]
    [InlineData("diff=common&source=tag.branch=dev", "c")]
    [InlineData("scan=1&diff=new", "a z")]
    public async Task Diff_HoldsOneScanAgainstAnother(string query, string expected)
    {
        var (tenant, client) = await Shop(Weakness("a"), Weakness("z"));
        await tenant.Scan("shop", [Weakness("a"), Weakness("b")]);
        await tenant.Scan("shop", [Weakness("b"), Weakness("c")]);
        await tenant.Scan("shop", [Weakness("a"), Weakness("b"), Weakness("c")], new ScanDraft { Branch = "main", Version = "again" });
        await tenant.Scan("shop", [Weakness("c")], new ScanDraft { Branch = "dev" });

        var scan = query.Contains("scan=") && !query.Contains("source=scan") ? "" : "scan=3&";
        var response = await client.GetAsync(tenant.Org($"apps/shop/findings?{scan}{query}")).Response();

        response["findings"]!.AsArray().Select(f => ((string)f!["internal_id"]!).Split('/')[1]).Order().ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Read_ShowsOneFindingAndItsFlowWhenAskedFor()
    {
        var (tenant, client) = await Shop(Weakness("a"), Secret("s"));
        var ids = (await client.GetAsync(tenant.Org("apps/shop/findings?order=asc")).Response()).Ids();
        var (secret, weakness) = (ids[0], ids[1]);

        var read = await client.GetAsync(tenant.Org($"apps/shop/findings/{weakness}?include_dataflows=true")).Response();
        read["details"]!["dataflow"]!["list"]!.AsArray().Count.ShouldBe(2);
        var details = (await client.GetAsync(tenant.Org($"apps/shop/findings/{secret}")).Response())["details"]!;
        ((string)details["secret"]!, (string)details["fileName"]!, (int)details["lineNumber"]!, (string)details["entropy"]!).ShouldBe(("AKIA****", "s.env", 1, "4.1"));
        await client.GetAsync(tenant.Org("apps/shop/findings/0")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.GetAsync(tenant.Org("apps/shop/findings/x")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task Summary_SumsUpAllAppsAndEach()
    {
        var (tenant, client) = await Shop(Weakness("a"), Weakness("b"), Secret("s"));
        await tenant.Application("bank");
        await tenant.Scan("bank", [Weakness("a")]);
        await tenant.Application("empty");

        var summary = await client.GetAsync(tenant.Org("findings/summary?default_branch=true")).Response();
        summary["findings_summaries"]!.AsArray().Select(s => ((string)s!["finding_type"]!, (int)s!["total"]!)).ShouldBe([("secret", 1), ("vuln", 3)]);
        summary["apps"]!.AsArray().Select(a => ((string)a!["app"]!, (int)a!["scan"]!["total"]!)).ShouldBe([("shop", 3), ("bank", 1)], ignoreOrder: true);
        var secrets = await client.GetAsync(tenant.Org("findings/summary?type=secret")).Response();
        ((int)secrets["findings_summaries"]!.AsArray().ShouldHaveSingleItem()!["total"]!).ShouldBe(1);
        await client.GetAsync(tenant.Org("findings/summary?default_branch=perhaps")).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
    }

    [Fact]
    public async Task OrgList_ForACallerOfOneApp_ShowsThatAppOnly()
    {
        var (tenant, _) = await Shop(Weakness("a"), Weakness("b"));
        var bank = await tenant.Application("bank");
        await tenant.Scan("bank", [Weakness("c")]);
        var client = await tenant.With("MEMBER", Core.Identity.RoleLevel.Application, bank.Key);

        var response = await client.GetAsync(tenant.Org("findings")).Response();

        response["findings"]!.AsArray().Select(f => (string)f!["app"]!).ShouldBe(["bank"]);
        ((int)response["total_count"]!).ShouldBe(1);
        (await client.GetAsync(tenant.Org("findings/summary")).Response())["apps"]!.AsArray().Count.ShouldBe(1);
        await client.GetAsync(tenant.Org("apps/shop/findings")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task EveryOperation_RefusesWhoMayNotAndHidesFromStrangers()
    {
        var (tenant, client) = await Shop(Weakness("a"));
        var id = (await client.GetAsync(tenant.Org("findings")).Response()).Ids()[0];
        var without = await tenant.As("TEAM_DEFINED");
        var stranger = await (await server.NewTenant()).Admin();
        foreach (var path in (string[])["apps/shop/findings", $"apps/shop/findings/{id}", "findings", "findings/summary"])
        {
            await without.GetAsync(tenant.Org(path)).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
            await stranger.GetAsync(tenant.Org(path)).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
            await server.Anonymous().GetAsync(tenant.Org(path)).Refused(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        }
        foreach (var path in (string[])["apps/none/findings", "apps/shop/findings?scan=9", "apps/shop/findings?version=no", "apps/shop/findings?tags=branch=no", "apps/shop/findings?diff=new&source=scan.9"])
            await client.GetAsync(tenant.Org(path)).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    public sealed class OnSqlite(SqliteServer server) : FindingTests(server);

    public sealed class OnPostgres(PostgresServer server) : FindingTests(server);
}
