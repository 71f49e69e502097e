using System.Net;
using Merlon.Core.Identity;
using Merlon.Server.Tests.Findings;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Qwiet;

/// <summary>Apps of the Qwiet API.</summary>
public abstract class AppTests(RunningServer server)
{
    private async Task<(TestTenant Tenant, HttpClient Client)> Fresh()
    {
        var tenant = await server.NewTenant();
        return (tenant, await tenant.Admin());
    }

    [Fact]
    public async Task Create_OfSeveral_MakesThemAndTellsTheFirstBesideTheList()
    {
        var (tenant, client) = await Fresh();

        var made = await client.Put(tenant.Org("apps"), new object[] { new { id = "shop", name = "The Shop", base_branch = "trunk" }, new { id = "bank" } }).Response();

        made["apps"]!.AsArray().Select(a => (string)a!["id"]!).ShouldBe(["shop", "bank"]);
        ((string)made["id"]!).ShouldBe("shop");
        ((string)made["name"]!).ShouldBe("The Shop");
        made["rejected_ids"]!.AsArray().ShouldBeEmpty();
        made["rejected_team_ids"]!.AsArray().ShouldBeEmpty();
        (await client.GetAsync(tenant.Org("apps")).Response()).AsArray().Select(a => (string)a!["name"]!).ShouldBe(["The Shop", "bank"]);
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("SHOP")]
    [InlineData("-shop")]
    [InlineData("sh op")]
    public async Task Create_WithAnIdThatIsTakenOrNotAllowed_RejectsThatOneAndMakesTheOthers(string id)
    {
        var (tenant, client) = await Fresh();
        await tenant.Application("shop");

        var made = await client.Put(tenant.Org("apps"), new object[] { new { id, name = "other" }, new { id = "bank", team_id = "t1" } }).Response();

        ((string)made["rejected_ids"]!.AsArray().ShouldHaveSingleItem()!).ShouldBe(id);
        ((string)made["rejected_team_ids"]!.AsArray().ShouldHaveSingleItem()!).ShouldBe("t1");
        ((string)made["apps"]!.AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe("bank");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{}]")]
    [InlineData("[{\"id\":\"\"}]")]
    [InlineData("[null]")]
    [InlineData("nonsense")]
    public async Task Create_WithABodyThatIsNoListOfApps_Is400(string body)
    {
        var (tenant, client) = await Fresh();

        await client.Send(HttpMethod.Put, tenant.Org("apps"), body).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
    }

    [Fact]
    public async Task Read_FindsTheAppWhateverTheCaseOfItsId()
    {
        var (tenant, client) = await Fresh();
        await tenant.Application("shop");

        ((string)(await client.GetAsync(tenant.Org("apps/Shop")).Response())["id"]!).ShouldBe("shop");
        ((string)(await client.GetAsync(tenant.Org("apps/none")).Refused(HttpStatusCode.NotFound, "NOT_FOUND"))["message"]!).ShouldBe("app was not found");
    }

    [Fact]
    public async Task Labels_AreAddedRemovedAndCleared()
    {
        var (tenant, client) = await Fresh();
        await tenant.Application("shop");

        (await client.Post(tenant.Org("apps/shop/labels"), new { add = new[] { "b", "a" } }).Response()).ToJsonString().ShouldBe("""["a","b"]""");
        (await client.Post(tenant.Org("apps/shop/labels"), new { add = new[] { "c" }, remove = new[] { "a", "z" } }).Response()).ToJsonString().ShouldBe("""["b","c"]""");
        (await client.GetAsync(tenant.Org("apps/shop")).Response())["labels"]!.ToJsonString().ShouldBe("""["b","c"]""");
        (await client.Post(tenant.Org("apps/shop/labels"), new { clear = true }).Response()).ToJsonString().ShouldBe("[]");
        await client.Post(tenant.Org("apps/shop/labels"), new { add = new[] { "" } }).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
        await client.Post(tenant.Org("apps/shop/labels"), new { add = Enumerable.Range(0, 201).Select(n => $"l{n}") }).Refused(HttpStatusCode.UnprocessableEntity, "LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task EveryOperation_RefusesWhoMayNotAndHidesTheOrgFromStrangers()
    {
        var (tenant, _) = await Fresh();
        await tenant.Application("shop");
        var guest = await tenant.As("GUEST");
        await guest.GetAsync(tenant.Org("apps/shop")).Response();
        await guest.Put(tenant.Org("apps"), new[] { new { id = "bank" } }).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await guest.Post(tenant.Org("apps/shop/labels"), new { clear = true }).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await (await tenant.WithoutRoles()).GetAsync(tenant.Org("apps")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await (await tenant.WithoutRoles()).GetAsync(tenant.Org("apps/shop")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");

        var stranger = await (await server.NewTenant()).Admin();
        await stranger.GetAsync(tenant.Org("apps")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await stranger.GetAsync(tenant.Org("apps/shop")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await stranger.Put(tenant.Org("apps"), new[] { new { id = "bank" } }).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await stranger.Post(tenant.Org("apps/shop/labels"), new { clear = true }).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await server.Anonymous().GetAsync(tenant.Org("apps")).Refused(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
    }

    [Fact]
    public async Task List_ForACallerOfOneApp_ShowsThatOneOnly()
    {
        var (tenant, _) = await Fresh();
        var shop = await tenant.Application("shop");
        await tenant.Application("bank");

        var client = await tenant.With("MEMBER", RoleLevel.Application, shop.Key);

        ((string)(await client.GetAsync(tenant.Org("apps")).Response()).AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe("shop");
        await client.GetAsync(tenant.Org("apps/bank")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Theory]
    [InlineData("not-a-guid")]
    [InlineData("0")]
    [InlineData("5b588f3a-7fe0-444d-afbb-c0d5ee04139b")]
    public async Task Org_ThatIsNotTheTenantsGuid_Is404(string org)
    {
        var (_, client) = await Fresh();

        await client.GetAsync($"/api/v4/orgs/{org}/apps").Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task OperationThatIsNotBuilt_Is404InTheEnvelope()
    {
        var (tenant, client) = await Fresh();

        await client.GetAsync(tenant.Org("saml_configs")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.DeleteAsync(tenant.Org("alerting/webhook")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    public sealed class OnSqlite(SqliteServer server) : AppTests(server);

    public sealed class OnPostgres(PostgresServer server) : AppTests(server);
}
