using System.Net;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Guardian;

/// <summary>Events and their filter language, as a client sees them.</summary>
public abstract class EventTests(RunningServer server)
{
    [Theory]
    [InlineData("by type", "query=type=Node Created", "web,db")]
    [InlineData("by variable", "query=type=Node Created AND variables.node=DB", "db")]
    [InlineData("either value", "query=type=Node Created AND variables.node=db OR variables.node=web", "web,db")]
    [InlineData("both variables", "query=type=Node Created AND variables.node=db AND variables.node_type=FW", "")]
    [InlineData("by environment", "query=type=Node Created AND environment=web only", "web")]
    [InlineData("either environment", "query=type=Node Created AND environment=web only OR environment=Default", "web,db")]
    [InlineData("no such environment", "query=type=Node Created AND environment=nowhere", "")]
    [InlineData("start in words", "query=type=Node Created AND start=1 hour ago", "web,db")]
    [InlineData("end in words", "query=type=Node Created AND end=1 hour ago", "")]
    [InlineData("dates beside the query", "query=type=Node Created&date_from=2001-01-01&date_to=2001-01-02", "")]
    [InlineData("dates under another name", "query=type=Node Created&start=1 week ago&end=now", "web,db")]
    [InlineData("paged", "query=type=Node Created&per_page=1&page=2", "web")]
    [InlineData("paged and sifted", "query=type=Node Created AND variables.node_type=SV&per_page=1&page=2", "web")]
    [InlineData("after an event", "query=type=Node Created&last_event_id=999999999", "")]
    [InlineData("by a view without any", "view_name=user logins", "")]
    public async Task Index_Filters(string what, string query, string nodes)
    {
        var client = await (await server.NewTenant()).Admin();
        await client.Post("/api/v2/environments", new { name = "Web only", node_rules = "^web" }).Is(HttpStatusCode.Created);
        await client.Post("/api/v2/nodes", new { name = "web" }).Is(HttpStatusCode.Created);
        await client.Post("/api/v2/nodes", new { name = "db" }).Is(HttpStatusCode.Created);

        var found = (await client.GetAsync("/api/v2/events.json?" + query).Body()).AsArray();

        string.Join(',', found.Reverse().Select(e => (string)e!["variables"]!["node"]!)).ShouldBe(nodes, what);
    }

    [Fact]
    public async Task Index_OfTheViewAll_ShowsEverything_WithTypesThatTheListOfTypesNames()
    {
        var client = await (await server.NewTenant()).Admin();
        await client.Post("/api/v2/nodes", new { name = "n" }).Is(HttpStatusCode.Created);
        await client.Post("/api/v2/applications", new { name = "shop", publicId = "shop", organizationId = "ROOT_ORGANIZATION_ID" });

        var told = (await client.GetAsync("/api/v2/events.json?view_name=All").Body()).AsArray();
        var types = (await client.GetAsync("/api/v2/events/types.json").Body()).AsArray().ToDictionary(t => (long)t!["id"]!, t => (string)t!["name"]!);

        types[1].ShouldBe("Node Created");
        told.Count.ShouldBeGreaterThanOrEqualTo(1);
        foreach (var row in told) types[(long)row!["type_id"]!].ShouldBe((string)row["variables"]!["type"]!);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=created_at>2020", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=type=A OR type=B", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=type=A AND type=B", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=type=A OR environment=B", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=colour=red", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=type=A AND start=soon", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=type=A AND group=G", HttpStatusCode.UnprocessableEntity)]
    [InlineData("query=type=A&date_from=soon", HttpStatusCode.UnprocessableEntity)]
    [InlineData("view_name=Mine", HttpStatusCode.NotFound)]
    public async Task Index_WithABadFilter_IsRefused(string query, HttpStatusCode status)
    {
        var client = await (await server.NewTenant()).Admin();
        (await client.GetAsync("/api/v2/events.json?" + query).Body(status))["error"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/api/v2/events.json?view_name=All")]
    [InlineData("/api/v2/events/types.json")]
    public async Task AnyOperation_WithoutTheScope_Is403_AndWithoutCredentials401(string path)
    {
        var stranger = await (await server.NewTenant()).WithoutRoles();
        await stranger.GetAsync(path).Is(HttpStatusCode.Forbidden);
        await server.Anonymous().GetAsync(path).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnotherTenantsEvents_AreNotShown()
    {
        var owner = await (await server.NewTenant()).Admin();
        var other = await (await server.NewTenant()).Admin();
        await owner.Post("/api/v2/nodes", new { name = "mine" }).Is(HttpStatusCode.Created);

        (await other.GetAsync("/api/v2/events.json?query=type=Node Created").Body()).AsArray().ShouldBeEmpty();
        (await owner.GetAsync("/api/v2/events.json?query=type=Node Created").Body()).AsArray().Count.ShouldBe(1);
    }

    public sealed class OnSqlite(SqliteServer server) : EventTests(server);

    public sealed class OnPostgres(PostgresServer server) : EventTests(server);
}
