using System.Net;
using Merlon.Core.Identity;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Guardian;

/// <summary>Environments, as a client sees them.</summary>
public abstract class EnvironmentTests(RunningServer server)
{
    /// <summary>Guardian's; another API has a role of that name.</summary>
    internal const string Analyst = "4b6d8fa0-2c4e-4a6b-9d8f-0e1c2b3a4d5f";

    [Fact]
    public async Task Index_OfAFreshTenant_ShowsTheDefaultEnvironment()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();

        var row = (await client.GetAsync("/api/v2/environments.json").Body()).AsArray().ShouldHaveSingleItem()!;

        ((string)row["name"]!).ShouldBe("Default");
        ((long)row["organisation_id"]!).ShouldBe(tenant.Id.Key);
        ((string)row["created_at"]!).ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        await client.GetAsync((string)row["url"]!).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task New_ShowsTheDocumentsSkeleton()
    {
        var client = await (await server.NewTenant()).Admin();
        (await client.GetAsync("/api/v2/environments/new.json").Body()).ToJsonString().ShouldBe("""{"name":null,"short_description":null,"node_rules":null}""");
    }

    [Fact]
    public async Task Create_ThenShowUpdateLookUpAndDestroy_FollowOneAnother()
    {
        var client = await (await server.NewTenant()).Admin();
        var created = await client.Post("/api/v2/environments.json", new { environment = new { name = "Production", short_description = "shop", node_rules = "^web" } }).Body(HttpStatusCode.Created);
        var id = (long)created["id"]!;

        (await client.GetAsync($"/api/v2/environments/{id}.json").Body()).ToJsonString().ShouldBe(created.ToJsonString());
        await client.Put($"/api/v2/environments/{id}.json", new { environment = new { description = "the shop" } }).Is(HttpStatusCode.NoContent);
        var shown = await client.GetAsync($"/api/v2/environments/{id}.json").Body();
        ((string)shown["name"]!).ShouldBe("Production");
        ((string)shown["description"]!).ShouldBe("the shop");
        ((string)shown["node_rules"]!).ShouldBe("^web");
        ((long)(await client.GetAsync("/api/v2/environments/lookup.json?name=production").Body())["environment_id"]!).ShouldBe(id);

        await client.DeleteAsync($"/api/v2/environments/{id}.json").Is(HttpStatusCode.NoContent);
        ((string)(await client.GetAsync($"/api/v2/environments/{id}.json").Body(HttpStatusCode.NotFound))["error"]!).ShouldBe("Not Found");
        ((string)(await client.GetAsync("/api/v2/environments/lookup.json?name=Production").Body(HttpStatusCode.NotFound))["error"]!).ShouldBe("Not Found");
    }

    [Theory]
    [InlineData("wrapped", """{"environment":{"name":"E"}}""")]
    [InlineData("bare", """{"name":"E"}""")]
    [InlineData("read-only fields", """{"id":7,"created_at":"2020-01-01","name":"E","weight":3}""")]
    public async Task Create_InEachForm_Is201(string form, string body)
    {
        var client = await (await server.NewTenant()).Admin();
        var created = await client.Send(HttpMethod.Post, "/api/v2/environments.json", body).Body(HttpStatusCode.Created);
        ((string)created["name"]!).ShouldBe("E", form);
    }

    [Theory]
    [InlineData("no name", "{}", "name")]
    [InlineData("blank name", """{"name":"  "}""", "name")]
    [InlineData("name of the wrong type", """{"name":["x"]}""", "name")]
    [InlineData("zero character", """{"name":"a\u0000b"}""", "name")]
    [InlineData("half a surrogate pair", """{"name":"\ud800"}""", "name")]
    [InlineData("taken name", """{"name":"DEFAULT"}""", "exists")]
    [InlineData("bad rule", """{"name":"x","node_rules":"("}""", "node_rules")]
    [InlineData("rule that could take for ever", """{"name":"x","node_rules":"(a)\\1"}""", "node_rules")]
    [InlineData("no JSON", "{", "JSON")]
    [InlineData("a list", "[]", "JSON")]
    public async Task Create_WithABadBody_Is422AndKeepsNothing(string what, string body, string named)
    {
        var client = await (await server.NewTenant()).Admin();

        var error = await client.Send(HttpMethod.Post, "/api/v2/environments.json", body).Body(HttpStatusCode.UnprocessableEntity);

        ((string)error["error"]!).ShouldContain(named, Case.Sensitive, what);
        (await client.GetAsync("/api/v2/environments.json").Body()).AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rules_WhenSaved_DrawMatchingNodes_AndNoneLeavesWhenTheyChange()
    {
        var client = await (await server.NewTenant()).Admin();
        await client.Post("/api/v2/nodes.json", new { node = new { name = "web01" } }).Is(HttpStatusCode.Created);
        await client.Post("/api/v2/nodes.json", new { node = new { name = "db01" } }).Is(HttpStatusCode.Created);
        var id = (long)(await client.Post("/api/v2/environments.json", new { name = "Web", node_rules = "^web\n^www" }).Body(HttpStatusCode.Created))["id"]!;

        (await Names(client, id)).ShouldBe(["web01"]);
        await client.Put($"/api/v2/environments/{id}.json", new { node_rules = "^db" }).Is(HttpStatusCode.NoContent);
        (await Names(client, id)).ShouldBe(["web01", "db01"]);
        await client.Post("/api/v2/nodes.json", new { node = new { name = "db02" } }).Is(HttpStatusCode.Created);
        (await Names(client, id)).ShouldBe(["web01", "db01", "db02"]);
    }

    [Fact]
    public async Task Destroy_MovesNodesToTheDefault_WhichCannotBeDestroyed()
    {
        var client = await (await server.NewTenant()).Admin();
        var home = (long)(await client.GetAsync("/api/v2/environments/lookup?name=Default").Body())["environment_id"]!;
        var id = (long)(await client.Post("/api/v2/environments.json", new { name = "Gone" }).Body(HttpStatusCode.Created))["id"]!;
        var node = (long)(await client.Post("/api/v2/nodes.json", new { name = "n", environment_id = id }).Body(HttpStatusCode.Created))["id"]!;

        await client.DeleteAsync($"/api/v2/environments/{id}").Is(HttpStatusCode.NoContent);

        ((long)(await client.GetAsync($"/api/v2/nodes/{node}").Body())["environment_id"]!).ShouldBe(home);
        await client.DeleteAsync($"/api/v2/environments/{home}").Is(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("GET", "/api/v2/environments.json")]
    [InlineData("GET", "/api/v2/environments/new.json")]
    [InlineData("GET", "/api/v2/environments/lookup.json?name=Default")]
    [InlineData("POST", "/api/v2/environments.json")]
    [InlineData("GET", "/api/v2/environments/1.json")]
    [InlineData("PUT", "/api/v2/environments/1.json")]
    [InlineData("DELETE", "/api/v2/environments/1.json")]
    [InlineData("GET", "/api/v2/environments/1/nodes.json")]
    [InlineData("GET", "/api/v2/environments/1/report.json")]
    public async Task AnyOperation_WithoutTheScope_Is403_AndWithoutCredentials401(string method, string path)
    {
        var stranger = await (await server.NewTenant()).WithoutRoles();

        await stranger.Send(new HttpMethod(method), path, """{"name":"x"}""").Is(HttpStatusCode.Forbidden);
        var error = await server.Anonymous().Send(new HttpMethod(method), path, """{"name":"x"}""").Body(HttpStatusCode.Unauthorized);

        error.ToJsonString().ShouldBe("""{"error":"No authorization method found"}""");
    }

    [Fact]
    public async Task AnotherTenantsEnvironment_IsNotFound()
    {
        var owner = await (await server.NewTenant()).Admin();
        var other = await (await server.NewTenant()).Admin();
        var id = (long)(await owner.Post("/api/v2/environments.json", new { name = "Mine" }).Body(HttpStatusCode.Created))["id"]!;

        foreach (var path in (string[])[$"/api/v2/environments/{id}", $"/api/v2/environments/{id}/nodes", $"/api/v2/environments/{id}/report", "/api/v2/environments/lookup?name=Mine"])
            await other.GetAsync(path).Is(HttpStatusCode.NotFound);
        await other.Put($"/api/v2/environments/{id}", new { name = "Theirs" }).Is(HttpStatusCode.NotFound);
        await other.DeleteAsync($"/api/v2/environments/{id}").Is(HttpStatusCode.NotFound);
        ((string)(await owner.GetAsync($"/api/v2/environments/{id}").Body())["name"]!).ShouldBe("Mine");
    }

    [Fact]
    public async Task RoleOnOneEnvironment_SeesThatOneAlone()
    {
        var tenant = await server.NewTenant();
        var admin = await tenant.Admin();
        var id = (long)(await admin.Post("/api/v2/environments.json", new { name = "Mine" }).Body(HttpStatusCode.Created))["id"]!;
        await admin.Post("/api/v2/nodes.json", new { name = "inside", environment_id = id }).Is(HttpStatusCode.Created);
        await admin.Post("/api/v2/nodes.json", new { name = "outside" }).Is(HttpStatusCode.Created);
        var member = await tenant.With(Analyst, RoleLevel.Environment, id);

        (await member.GetAsync("/api/v2/environments").Body()).AsArray().Select(e => (string)e!["name"]!).ShouldBe(["Mine"]);
        (await member.GetAsync("/api/v2/nodes").Body()).AsArray().Select(n => (string)n!["name"]!).ShouldBe(["inside"]);
        await member.Post("/api/v2/nodes", new { name = "x", environment_id = id }).Is(HttpStatusCode.Forbidden);
    }

    private static async Task<string[]> Names(HttpClient client, long environment) =>
        [.. (await client.GetAsync($"/api/v2/environments/{environment}/nodes.json").Body()).AsArray().Select(n => (string)n!["name"]!)];

    public sealed class OnSqlite(SqliteServer server) : EnvironmentTests(server);

    public sealed class OnPostgres(PostgresServer server) : EnvironmentTests(server);
}
