using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Merlon.Core.Nodes;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Apis.Guardian;

/// <summary>Nodes, as a client sees them.</summary>
public abstract class NodeTests(RunningServer server)
{
    private static async Task<long> New(HttpClient client, object fields) => (long)(await client.Post("/api/v2/nodes.json", fields).Body(HttpStatusCode.Created))["id"]!;

    [Theory]
    [InlineData(40, false)]
    [InlineData(62, false)]
    [InlineData(62, true)]
    [InlineData(31, true)]
    public async Task MediumInfo_HoweverDeep_BreaksNoList(int depth, bool asText)
    {
        var client = await (await server.NewTenant()).Admin();
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth);
        var info = asText ? System.Text.Json.JsonSerializer.Serialize(deep) : deep;

        var status = (await client.Send(HttpMethod.Post, "/api/v2/nodes.json", $$"""{"name":"x","node_type":"SV","medium_info":{{info}}}""")).StatusCode;

        status.ShouldBe(depth < 32 ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity);
        (await client.GetAsync("/api/v2/nodes.json").Body()).AsArray().Count.ShouldBe(depth < 32 ? 1 : 0);
    }

    [Fact]
    public async Task Create_ThenShowAndIndex_ShowTheSameNode()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var created = await client.Post("/api/v2/nodes.json", new
        {
            node = new { name = "web01", node_type = "SV", medium_type = 3, medium_hostname = "10.0.0.7", medium_port = 22, medium_username = "scan", medium_password = "s3cret", external_id = "i-07", medium_info = new { jump = "j" } },
        }).Body(HttpStatusCode.Created);
        var id = (long)created["id"]!;

        var shown = await client.GetAsync($"/api/v2/nodes/{id}.json").Body();
        var row = (await client.GetAsync("/api/v2/nodes.json").Body()).AsArray().ShouldHaveSingleItem()!;

        shown.ToJsonString().ShouldBe(created.ToJsonString());
        ((string)shown["medium_hostname"]!).ShouldBe("10.0.0.7");
        ((string)shown["medium_hostame"]!).ShouldBe("10.0.0.7");
        shown["medium_password"].ShouldBeNull();
        ((string)shown["medium_info"]!["jump"]!).ShouldBe("j");
        ((int)row["status"]!).ShouldBe(1);
        row["last_scan_status"].ShouldBeNull();
        row.AsObject().Select(field => field.Key).ShouldBeSubsetOf(shown.AsObject().Select(field => field.Key));
        await client.GetAsync((string)row["url"]!).Is(HttpStatusCode.OK);
        (await Kept(tenant, id)).ProtectedMediumPassword.ShouldNotBeNull().ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task New_ShowsEveryFieldOfTheDocument()
    {
        var client = await (await server.NewTenant()).Admin();
        (await client.GetAsync("/api/v2/nodes/new.json").Body()).AsObject().Count.ShouldBe(18);
    }

    public static TheoryData<string, string, string> Forms => new()
    {
        { "wrapped", "application/json", """{"node":{"name":"x","node_type":"FW"}}""" },
        { "bare", "application/json", """{"name":"x","node_type":"FW"}""" },
        { "form with brackets", "application/x-www-form-urlencoded", "node[name]=x&node[node_type]=FW" },
        { "form without", "application/x-www-form-urlencoded", "name=x&node_type=FW" },
        { "JSON that claims to be a form", "application/x-www-form-urlencoded", """{"node":{"name":"x","node_type":"FW"}}""" },
        { "numbers as text", "application/json", """{"name":"x","node_type":"FW","medium_port":"22","public":"true"}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Create_InEachForm_Is201(string form, string type, string body)
    {
        var client = await (await server.NewTenant()).Admin();
        var created = await client.PostAsync("/api/v2/nodes", new StringContent(body, Encoding.UTF8, type)).Body(HttpStatusCode.Created);
        ((string)created["node_type"]!).ShouldBe("FW", form);
    }

    [Fact]
    public async Task Create_WithNothingButAQuery_Is201()
    {
        var client = await (await server.NewTenant()).Admin();
        ((string)(await client.PostAsync("/api/v2/nodes.json?name=q&node_type=RT", null).Body(HttpStatusCode.Created))["name"]!).ShouldBe("q");
    }

    [Theory]
    [InlineData("no name", """{"node":{"node_type":"SV"}}""", "name")]
    [InlineData("unknown type", """{"name":"x","node_type":"XX"}""", "node_type")]
    [InlineData("unknown medium", """{"name":"x","medium_type":2}""", "medium_type")]
    [InlineData("port too large", """{"name":"x","medium_port":65536}""", "medium_port")]
    [InlineData("port no number", """{"name":"x","medium_port":"ssh"}""", "medium_port")]
    [InlineData("missing environment", """{"name":"x","environment_id":999999}""", "environment_id")]
    [InlineData("environment no number", """{"name":"x","environment_id":{}}""", "environment_id")]
    [InlineData("number too large", """{"name":"x","operating_system_id":99999999999}""", "operating_system_id")]
    [InlineData("bad scan options", """{"name":"x","scan_options":{"scan_directory_options":[{"path":"etc"}]}}""", "scan_options")]
    [InlineData("half a surrogate pair in JSON", """{"name":"x","medium_info":{"a":["\ud800"]}}""", "medium_info")]
    [InlineData("half a surrogate pair in a name in JSON", """{"name":"x","medium_info":{"\udc00":1}}""", "medium_info")]
    [InlineData("half a surrogate pair in JSON as text", """{"name":"x","medium_info":"{\"a\":\"\\ud800\"}"}""", "medium_info")]
    [InlineData("half a surrogate pair in scan options", """{"name":"x","scan_options":{"scan_directory_options":[{"path":"/\ud800"}]}}""", "scan_options")]
    [InlineData("zero character in JSON", """{"name":"x","medium_info":{"a":"\u0000"}}""", "medium_info")]
    public async Task Create_WithABadBody_Is422NamingTheFieldAndKeepsNothing(string what, string body, string named)
    {
        var client = await (await server.NewTenant()).Admin();

        var error = await client.Send(HttpMethod.Post, "/api/v2/nodes.json", body).Body(HttpStatusCode.UnprocessableEntity);

        ((string)error["error"]!).ShouldContain(named, Case.Sensitive, what);
        (await client.GetAsync("/api/v2/nodes.json").Body()).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Update_ChangesWhatIsGiven_NullEmpties_AndReadOnlyFieldsAreIgnored()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var id = await New(client, new { name = "a", description = "d", short_description = "s", medium_password = "p", medium_port = 22 });

        await client.Send(HttpMethod.Put, $"/api/v2/nodes/{id}.json", """{"node":{"id":999,"created_at":"2001-01-01","description":null,"medium_port":null,"name":"b"}}""").Is(HttpStatusCode.NoContent);

        var shown = await client.GetAsync($"/api/v2/nodes/{id}.json").Body();
        ((string)shown["name"]!).ShouldBe("b");
        ((string)shown["description"]!).ShouldBe("");
        ((string)shown["short_description"]!).ShouldBe("s");
        shown["medium_port"].ShouldBeNull();
        ((long)shown["id"]!).ShouldBe(id);
        (await Kept(tenant, id)).ProtectedMediumPassword.ShouldNotBeNull();
        await client.Send(HttpMethod.Put, $"/api/v2/nodes/{id}.json", """{"medium_password":""}""").Is(HttpStatusCode.NoContent);
        (await Kept(tenant, id)).ProtectedMediumPassword.ShouldBeNull();
    }

    [Fact]
    public async Task Destroy_HidesTheNode_AndTheFilterStillFindsIt()
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await New(client, new { name = "gone" });

        await client.DeleteAsync($"/api/v2/nodes/{id}.json").Is(HttpStatusCode.NoContent);

        await client.GetAsync($"/api/v2/nodes/{id}.json").Is(HttpStatusCode.NotFound);
        (await client.GetAsync("/api/v2/nodes.json").Body()).AsArray().ShouldBeEmpty();
        ((long)(await client.GetAsync("/api/v2/nodes.json?status=deleted").Body()).AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe(id);
    }

    [Theory]
    [InlineData("part of a name, any case", "name=WEB", "web01,web02")]
    [InlineData("wildcards are text", "name=%25", "")]
    [InlineData("external id", "external_id=I-0", "web01")]
    [InlineData("status", "status=active", "web01,web02,db01")]
    [InlineData("detected", "status=detected", "")]
    [InlineData("all", "last_scan_status=all", "web01,web02,db01")]
    [InlineData("never scanned is no success", "last_scan_status=success", "")]
    [InlineData("never scanned is no failure", "last_scan_status=all_failures", "")]
    [InlineData("first page", "per_page=2", "web01,web02")]
    [InlineData("second page", "per_page=2&page=2", "db01")]
    [InlineData("beyond the last page", "per_page=2&page=3", "")]
    [InlineData("a very large page", "per_page=50000", "web01,web02,db01")]
    [InlineData("a page number that overflows", "page=2147483647&per_page=100000", "")]
    [InlineData("a doubled question mark", "?page=2&per_page=2", "web01,web02")]
    public async Task Index_Filters(string what, string query, string names)
    {
        var client = await (await server.NewTenant()).Admin();
        await New(client, new { name = "web01", external_id = "i-07" });
        await New(client, new { name = "web02" });
        await New(client, new { name = "db01", external_id = "vm-1" });

        var found = await client.GetAsync("/api/v2/nodes.json?" + query).Body();

        string.Join(',', found.AsArray().Select(n => (string)n!["name"]!)).ShouldBe(names, what);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("per_page=0")]
    [InlineData("per_page=many")]
    [InlineData("per_page=100001")]
    [InlineData("status=gone")]
    [InlineData("status=1")]
    [InlineData("last_scan_status=fine")]
    public async Task Index_WithABadFilter_Is422(string query)
    {
        var client = await (await server.NewTenant()).Admin();
        (await client.GetAsync("/api/v2/nodes.json?" + query).Body(HttpStatusCode.UnprocessableEntity))["error"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("name=web01", HttpStatusCode.OK)]
    [InlineData("external_id=i-07", HttpStatusCode.OK)]
    [InlineData("ssh_hostname=h&ssh_username=u", HttpStatusCode.OK)]
    [InlineData("ssh_hostname=h&ssh_username=u&ssh_port=22", HttpStatusCode.OK)]
    [InlineData("ssh_hostname=h&ssh_username=u&ssh_port=23", HttpStatusCode.NotFound)]
    [InlineData("ssh_hostname=h&ssh_username=other", HttpStatusCode.NotFound)]
    [InlineData("name=web", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("name=web01&ssh_port=x", HttpStatusCode.UnprocessableEntity)]
    public async Task LookUp_FindsExactly(string query, HttpStatusCode status)
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await New(client, new { name = "web01", external_id = "i-07", medium_type = 3, medium_hostname = "h", medium_username = "u" });

        var found = await client.GetAsync("/api/v2/nodes/lookup.json?" + query).Body(status);

        if (status == HttpStatusCode.OK) ((long)found["node_id"]!).ShouldBe(id);
        if (status == HttpStatusCode.NotFound) found.ToJsonString().ShouldBe("""{"error":"Not Found"}""");
    }

    [Theory]
    [InlineData("/api/v2/nodes/{0}")]
    [InlineData("/api/v2/nodes/{0}.json")]
    [InlineData("/api/v2//nodes/{0}.json")]
    [InlineData("/api/v2/nodes/%20{0}.json")]
    [InlineData("/api/v2/nodes/%20{0}%20.json")]
    [InlineData("/api/v1/nodes/{0}.json")]
    [InlineData("/api/v2/nodes/{0}.json??x=1")]
    public async Task Show_AtEachAddressThatClientsSend_Is200(string path)
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await New(client, new { name = "n" });
        ((long)(await client.GetAsync(string.Format(path, id)).Body())["id"]!).ShouldBe(id);
    }

    [Theory]
    [InlineData("/api/v2/nodes/0.json")]
    [InlineData("/api/v2/nodes/x.json")]
    [InlineData("/api/v2/nodes/99999999999999999999.json")]
    [InlineData("/api/v2/nothing.json")]
    public async Task UnknownAddress_IsNotFoundInThisApisWords(string path)
    {
        var client = await (await server.NewTenant()).Admin();
        (await client.GetAsync(path).Body(HttpStatusCode.NotFound)).ToJsonString().ShouldBe("""{"error":"Not Found"}""");
    }

    [Fact]
    public async Task Credentials_InEachForm_Work()
    {
        var tenant = await server.NewTenant();
        var token = await tenant.Token(Merlon.Core.Identity.BuiltInRoles.Administrator.Id);
        foreach (var authorization in (AuthenticationHeaderValue[])
        [
            new("Token", $"token=\"{token.ApiKey}{token.SecretKey}\""),
            new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{token.ApiKey}:{token.SecretKey}"))),
        ])
        {
            using var client = server.Anonymous();
            client.DefaultRequestHeaders.Authorization = authorization;
            await client.GetAsync("/api/v2/nodes").Is(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task StatusCounts_CountTheNodesOfAnEnvironmentOrOfAll()
    {
        var client = await (await server.NewTenant()).Admin();
        var environment = (long)(await client.Post("/api/v2/environments", new { name = "E" }).Body(HttpStatusCode.Created))["id"]!;
        await New(client, new { name = "a", environment_id = environment });
        await New(client, new { name = "b" });

        (await client.GetAsync("/api/v2/nodes/status_counts.json").Body()).ToJsonString().ShouldBe("""{"total":2,"failed":0,"unmanaged":0}""");
        (await client.GetAsync($"/api/v2/nodes/status_counts.json?environment_id={environment}").Body()).ToJsonString().ShouldBe("""{"total":1,"failed":0,"unmanaged":0}""");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/new")]
    [InlineData("GET", "/lookup?name=x")]
    [InlineData("GET", "/status_counts")]
    [InlineData("POST", "")]
    [InlineData("GET", "/1")]
    [InlineData("PUT", "/1")]
    [InlineData("DELETE", "/1")]
    public async Task AnyOperation_WithoutTheScope_Is403_AndWithoutCredentials401(string method, string path)
    {
        var stranger = await (await server.NewTenant()).WithoutRoles();
        await stranger.Send(new HttpMethod(method), "/api/v2/nodes" + path, """{"name":"x"}""").Is(HttpStatusCode.Forbidden);
        await server.Anonymous().Send(new HttpMethod(method), "/api/v2/nodes" + path, """{"name":"x"}""").Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnotherTenantsNode_IsNotFound_AndItsEnvironmentCannotBeUsed()
    {
        var owner = await (await server.NewTenant()).Admin();
        var other = await (await server.NewTenant()).Admin();
        var id = await New(owner, new { name = "mine" });
        var home = (long)(await owner.GetAsync($"/api/v2/nodes/{id}").Body())["environment_id"]!;

        await other.GetAsync($"/api/v2/nodes/{id}").Is(HttpStatusCode.NotFound);
        await other.Put($"/api/v2/nodes/{id}", new { name = "theirs" }).Is(HttpStatusCode.NotFound);
        await other.DeleteAsync($"/api/v2/nodes/{id}").Is(HttpStatusCode.NotFound);
        await other.GetAsync("/api/v2/nodes/lookup?name=mine").Is(HttpStatusCode.NotFound);
        await other.Post("/api/v2/nodes", new { name = "x", environment_id = home }).Is(HttpStatusCode.UnprocessableEntity);
        ((string)(await owner.GetAsync($"/api/v2/nodes/{id}").Body())["name"]!).ShouldBe("mine");
    }

    private Task<Node> Kept(TestTenant tenant, long id) => server.InScope(s => s.GetRequiredService<MerlonDb>().Of<Node>(tenant.Id).SingleAsync(n => n.Key == id));

    public sealed class OnSqlite(SqliteServer server) : NodeTests(server);

    public sealed class OnPostgres(PostgresServer server) : NodeTests(server);
}
