using System.Net;
using Merlon.Core.Identity;
using Merlon.Server.Tests.Findings;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Qwiet;

/// <summary>Tokens, roles and scopes of the Qwiet API.</summary>
public abstract class AccessTests(RunningServer server)
{
    private const string Guest = "6d5fbe08-0512-46e0-b5d2-45902ee6c0ba";

    private async Task<(TestTenant Tenant, HttpClient Client)> Fresh()
    {
        var tenant = await server.NewTenant();
        return (tenant, await tenant.Admin());
    }

    [Fact]
    public async Task Token_Made_WorksWithItsRole_IsListedWithoutItsValue_AndStopsWhenDeleted()
    {
        var (tenant, client) = await Fresh();

        var made = await client.Post(tenant.Org("tokens"), new { label = "ci", description = "for builds", role_id = Guest, token_type = "integration", valid_for_seconds = 3600 }).Response();

        ((string)made["label"]!, (string)made["description"]!, (string)made["role_id"]!, (string)made["token_type"]!).ShouldBe(("ci", "for builds", Guest, "integration"));
        made["expires_at"].ShouldNotBeNull();
        using var bearer = server.Anonymous();
        bearer.DefaultRequestHeaders.Authorization = new("Bearer", (string)made["value"]!);
        await bearer.GetAsync(tenant.Org("apps")).Response();
        await bearer.Put(tenant.Org("apps"), new[] { new { id = "x" } }).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");

        var listed = (await client.GetAsync(tenant.Org("tokens?token_type=integration")).Response()).AsArray().ShouldHaveSingleItem()!.AsObject();
        listed.ContainsKey("value").ShouldBeFalse();
        ((string)listed["id"]!).ShouldBe((string)made["id"]!);

        (await client.DeleteAsync(tenant.Org($"tokens/{made["id"]}")).Body()).ToJsonString().ShouldBe("""{"ok":true}""");
        await bearer.GetAsync(tenant.Org("apps")).Refused(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        await client.DeleteAsync(tenant.Org($"tokens/{made["id"]}")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.DeleteAsync(tenant.Org("tokens/x")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Theory]
    [InlineData($$"""{"role_id":"{{Guest}}"}""", "label")]
    [InlineData("""{"label":"ci"}""", "role_id")]
    [InlineData("""{"label":"ci","role_id":"5b588f3a-7fe0-444d-afbb-c0d5ee04139b"}""", "role_id")]
    [InlineData($$"""{"label":"ci","role_id":"{{Guest}}","token_type":"ci"}""", "token_type")]
    [InlineData($$"""{"label":"ci","role_id":"{{Guest}}","valid_for_seconds":0}""", "valid_for_seconds")]
    [InlineData($$"""{"label":"ci","role_id":"{{Guest}}","valid_for_seconds":99999999999}""", "valid_for_seconds")]
    public async Task Token_ThatIsNotValid_Is400AndNamesTheField(string body, string field)
    {
        var (tenant, client) = await Fresh();

        var refused = await client.Send(HttpMethod.Post, tenant.Org("tokens"), body).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");

        ((string)refused["validation_errors"]!.AsArray().ShouldHaveSingleItem()!).ShouldStartWith($"{field}: ");
    }

    [Fact]
    public async Task Tokens_ThatExpired_AreListedOnlyWhenAskedFor()
    {
        var (tenant, client) = await Fresh();
        await tenant.Token(Guid.Parse(Guest), validFor: TimeSpan.FromMilliseconds(1));

        (await client.GetAsync(tenant.Org("tokens")).Response()).AsArray().Count.ShouldBe(1);
        (await client.GetAsync(tenant.Org("tokens?show_expired=true")).Response()).AsArray().Count.ShouldBe(2);
        await client.GetAsync(tenant.Org("tokens?token_type=ci")).Refused(HttpStatusCode.BadRequest, "BAD_REQUEST");
    }

    [Fact]
    public async Task Roles_AreThoseOfTheDocument()
    {
        var (tenant, client) = await Fresh();

        var roles = (await client.GetAsync(tenant.Org("rbac/roles")).Response()).AsArray();
        roles.Select(r => (string)r!["name"]!).ShouldBe(["Super Admin", "Power User", "Member", "Collaborator", "Guest", "Team Defined"], ignoreOrder: true);
        var member = roles.Single(r => (string)r!["name"]! == "Member")!;
        member["id_aliases"]!.ToJsonString().ShouldBe("""["MEMBER","TEAM_MEMBER"]""");
        member["scopes"]!.AsArray().Select(s => (string)s!).ShouldContain("findings:list");
        var forTokens = (await client.GetAsync(tenant.Org("roles")).Response()).AsArray();
        forTokens.Select(r => (string)r!["role_type"]!).Distinct().ShouldBe(["managed"]);
        forTokens.Select(r => (string)r!["id"]!).ShouldContain(Guest);
    }

    [Fact]
    public async Task MyScopes_AreWhatTheCallerMayDoThere()
    {
        var (tenant, client) = await Fresh();
        var shop = await tenant.Application("shop");
        var member = await tenant.With("MEMBER", RoleLevel.Application, shop.Key);

        (await client.GetAsync(tenant.Org("my_scopes")).Response()).AsArray().Select(s => (string)s!).ShouldContain("tokens:create");
        (await member.GetAsync(tenant.Org("my_scopes")).Response()).AsArray().ShouldBeEmpty();
        var there = (await member.GetAsync(tenant.Org("apps/shop/my_scopes")).Response()).AsArray().Select(s => (string)s!).ToList();
        there.ShouldContain("findings:list");
        there.ShouldNotContain("tokens:create");
        await client.GetAsync(tenant.Org("apps/none/my_scopes")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await client.GetAsync(tenant.Org($"rbac/teams/{Guid.NewGuid()}/my_scopes")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task EveryOperation_RefusesWhoMayNotAndHidesFromStrangers()
    {
        var (tenant, _) = await Fresh();
        var guest = await tenant.As("GUEST");
        await guest.GetAsync(tenant.Org("tokens")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await guest.Post(tenant.Org("tokens"), new { label = "x", role_id = Guest }).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await guest.DeleteAsync(tenant.Org($"tokens/{Guid.NewGuid()}")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await (await tenant.WithoutRoles()).GetAsync(tenant.Org("rbac/roles")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        await (await tenant.WithoutRoles()).GetAsync(tenant.Org("roles")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");
        var stranger = await (await server.NewTenant()).Admin();
        foreach (var path in (string[])["tokens", "roles", "rbac/roles", "my_scopes"])
        {
            await stranger.GetAsync(tenant.Org(path)).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
            await server.Anonymous().GetAsync(tenant.Org(path)).Refused(HttpStatusCode.Unauthorized, "UNAUTHORIZED");
        }
        await stranger.Post(tenant.Org("tokens"), new { label = "x", role_id = Guest }).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
        await stranger.DeleteAsync(tenant.Org($"tokens/{Guid.NewGuid()}")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    public sealed class OnSqlite(SqliteServer server) : AccessTests(server);

    public sealed class OnPostgres(PostgresServer server) : AccessTests(server);
}
