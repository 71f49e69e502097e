using System.Net;
using Merlon.Server.Tests.Findings;
using Merlon.Server.Tests.Running;
using static Merlon.Server.Tests.Findings.Scanned;

namespace Merlon.Server.Tests.Apis.Qwiet;

/// <summary>Status and assignee of findings in the Qwiet API.</summary>
public abstract class TriageTests(RunningServer server)
{
    private async Task<(TestTenant Tenant, HttpClient Client, int[] Ids)> Shop()
    {
        var tenant = await server.NewTenant();
        await tenant.Application("shop");
        await tenant.Scan("shop", [Weakness("a"), Weakness("b"), Weakness("c")]);
        var client = await tenant.Admin();
        return (tenant, client, (await client.GetAsync(tenant.Org("findings?order=asc")).Response()).Ids());
    }

    [Theory]
    [InlineData("""{"status":"fixed"}""", "fixed")]
    [InlineData("""{"status":"ignore","optional_comment":"a test file"}""", "ignored")]
    [InlineData("""{"status":"codeviolationfixed"}""", "fixed")]
    [InlineData("""{"status":"codeviolationignore"}""", "ignored")]
    [InlineData("""{"status":"codeviolationremovestatus"}""", "unset")]
    [InlineData("""{"status":""}""", "unset")]
    [InlineData("""{}""", "unset")]
    public async Task Status_Written_IsReadBackAndCounted(string body, string status)
    {
        var (tenant, client, ids) = await Shop();

        (await client.Send(HttpMethod.Put, tenant.Org($"apps/shop/findings/{ids[0]}/status"), body).Body()).ToJsonString().ShouldBe("""{"ok":true}""");

        ((string)(await client.GetAsync(tenant.Org($"apps/shop/findings/{ids[0]}")).Response())["status"]!).ShouldBe(status);
        var open = status == "unset" ? 3 : 2;
        foreach (var list in (string[])["apps/shop/findings", "findings"]) ((int)(await client.GetAsync(tenant.Org(list)).Response())["total_count"]!).ShouldBe(open);
        (await client.GetAsync(tenant.Org($"findings?status={status}")).Response()).Ids().ShouldContain(ids[0]);
        var scan = (await client.GetAsync(tenant.Org("apps/shop/scans/1")).Response())[0]!;
        ((int)scan["total"]!, (int)scan["total_fixed"]!, (int)scan["total_ignored"]!).ShouldBe((open, status == "fixed" ? 1 : 0, status == "ignored" ? 1 : 0));
    }

    [Fact]
    public async Task Status_TakenAway_OpensTheFindingAgain()
    {
        var (tenant, client, ids) = await Shop();
        await client.Put(tenant.Org("apps/shop/findings_status"), new { findings = ids, status = "ignore" }).Body();
        ((int)(await client.GetAsync(tenant.Org("findings")).Response())["total_count"]!).ShouldBe(0);

        await client.Put(tenant.Org("apps/shop/findings_status"), new { findings = ids[1..], status = "" }).Body();

        (await client.GetAsync(tenant.Org("findings?order=asc")).Response()).Ids().ShouldBe(ids[1..]);
    }

    [Fact]
    public async Task Assignee_Written_IsReadBackFilteredAndTakenAway()
    {
        var (tenant, client, ids) = await Shop();
        var user = await tenant.NewUser();

        await client.Put(tenant.Org($"apps/shop/findings/{ids[0]}/assignment"), new { assignee = user.Login.ToUpperInvariant() }).Body();
        await client.Put(tenant.Org("apps/shop/findings_assignment"), new { findings = ids[..2], assignee = user.Login }).Body();
        await client.Put(tenant.Org($"apps/shop/findings/{ids[1]}/status"), new { status = "fixed" }).Body();

        ((string)(await client.GetAsync(tenant.Org($"apps/shop/findings/{ids[1]}")).Response())["assignee"]!).ShouldBe(user.Login);
        (await client.GetAsync(tenant.Org($"findings?assignee={user.Login}&status=any&order=asc")).Response()).Ids().ShouldBe(ids[..2]);
        (await client.GetAsync(tenant.Org("findings?assignment=assigned")).Response()).Ids().ShouldBe(ids[..1]);
        var sum = (await client.GetAsync(tenant.Org("findings/summary")).Response())["findings_summaries"]![0]!["by_assignee"]![user.Login]!;
        sum.ToJsonString().ShouldBe("""{"total":1,"total_fixed":1,"total_ignored":0}""");

        await client.Put(tenant.Org("apps/shop/findings_assignment"), new { findings = ids, assignee = "" }).Body();
        ((int)(await client.GetAsync(tenant.Org("findings?assignment=assigned&status=any")).Response())["total_count"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Changes_ThatAreNotValid_Are400AndChangeNothing()
    {
        var (tenant, client, ids) = await Shop();

        await client.Put(tenant.Org($"apps/shop/findings/{ids[0]}/status"), new { status = "ignored" }).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
        await client.Send(HttpMethod.Put, tenant.Org($"apps/shop/findings/{ids[0]}/status"), "[1]").Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
        await client.Put(tenant.Org("apps/shop/findings_status"), new { status = "fixed" }).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
        await client.Put(tenant.Org("apps/shop/findings_status"), new { findings = new[] { "x" }, status = "fixed" }).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
        await client.Put(tenant.Org($"apps/shop/findings/{ids[0]}/status"), new { status = "fixed", optional_comment = new string('x', 10_001) }).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
        await client.Put(tenant.Org($"apps/shop/findings/{ids[0]}/assignment"), new { assignee = "nobody@example.com" }).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
        await client.Put(tenant.Org("apps/shop/findings_status"), new { findings = Enumerable.Range(1, 10_001), status = "fixed" }).Refused(HttpStatusCode.UnprocessableEntity, "LIMIT_EXCEEDED");

        (await client.GetAsync(tenant.Org("findings?order=asc")).Response()).Ids().ShouldBe(ids);
    }

    [Fact]
    public async Task Bulk_WithAFindingOfAnotherApp_Is404AndChangesNothing()
    {
        var (tenant, client, ids) = await Shop();
        await tenant.Application("bank");
        await tenant.Scan("bank", [Weakness("x")]);
        var other = (await client.GetAsync(tenant.Org("apps/bank/findings")).Response()).Ids()[0];

        await client.Put(tenant.Org("apps/shop/findings_status"), new { findings = (int[])[.. ids, other], status = "fixed" }).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.Put(tenant.Org($"apps/shop/findings/{other}/assignment"), new { assignee = "" }).Refused(HttpStatusCode.NotFound, "NOT_FOUND");

        ((int)(await client.GetAsync(tenant.Org("findings")).Response())["total_count"]!).ShouldBe(4);
    }

    [Fact]
    public async Task EveryOperation_RefusesWhoMayNotAndHidesFromStrangers()
    {
        var (tenant, _, ids) = await Shop();
        var guest = await tenant.As("GUEST");
        var stranger = await (await server.NewTenant()).Admin();
        foreach (var path in (string[])[$"findings/{ids[0]}/status", $"findings/{ids[0]}/assignment", "findings_status", "findings_assignment"])
        {
            var body = new { findings = ids, status = "fixed", assignee = "" };
            await guest.Put(tenant.Org($"apps/shop/{path}"), body).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
            await stranger.Put(tenant.Org($"apps/shop/{path}"), body).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
            await server.Anonymous().Put(tenant.Org($"apps/shop/{path}"), body).Refused(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        }
        ((int)(await (await tenant.Admin()).GetAsync(tenant.Org("findings")).Response())["total_count"]!).ShouldBe(3);
    }

    [Fact]
    public async Task ManyWritersAtOnce_LoseNothing()
    {
        var (tenant, client, ids) = await Shop();
        await tenant.Application("bank");
        await tenant.Scan("bank", Weaknesses(50));
        var bank = (await client.GetAsync(tenant.Org("apps/bank/findings?per_page=250")).Response()).Ids();

        await Task.WhenAll(bank.Chunk(5).Select(chunk => client.Put(tenant.Org("apps/bank/findings_status"), new { findings = chunk, status = "fixed" }).Body())
            .Append(client.Put(tenant.Org("apps/shop/findings_status"), new { findings = ids, status = "ignore" }).Body()));

        ((int)(await client.GetAsync(tenant.Org("findings")).Response())["total_count"]!).ShouldBe(0);
        ((int)(await client.GetAsync(tenant.Org("findings?status=fixed")).Response())["total_count"]!).ShouldBe(50);
        ((int)(await client.GetAsync(tenant.Org("apps/bank/findings?status=fixed")).Response())["total_count"]!).ShouldBe(50);
    }

    public sealed class OnSqlite(SqliteServer server) : TriageTests(server);

    public sealed class OnPostgres(PostgresServer server) : TriageTests(server);
}
