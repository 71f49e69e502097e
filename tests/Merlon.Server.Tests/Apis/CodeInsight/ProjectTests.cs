using System.Net;
using System.Text.Json.Nodes;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.CodeInsight;

/// <summary>Projects of the Code Insight API, as a client sees them.</summary>
public abstract class ProjectTests(RunningServer server)
{
    private const string Api = "/codeinsight/api";

    [Fact]
    public async Task Create_Is201WithTheIdTwice_AndReadShowsTheDocumentsShape()
    {
        var client = await (await server.NewTenant()).Admin();

        var created = await client.Send(HttpMethod.Post, $"{Api}/projects", """{"name":"shop","description":"d","autoPublish":"true","risk":"high","owner":"ann","privateProject":"True"}""").Body(HttpStatusCode.Created);
        var project = (await client.GetAsync($"{Api}/projects/{created["id"]}").Body())["data"]!;

        ((long)created["data"]!["id"]!).ShouldBe((long)created["id"]!);
        ((string)project["name"]!).ShouldBe("shop");
        ((string)project["owner"]!).ShouldBe("ann");
        ((string)project["risk"]!).ShouldBe("HIGH");
        ((string)project["projectVisibiity"]!).ShouldBe("Private");
        ((string)project["projectStatus"]!).ShouldBe("Not Started");
        project["licenses"]!.AsObject().Select(p => p.Key).ShouldBe(["P1", "P2", "P3", "Unknown"]);
        project["vulnerabilities"]!["CvssV3"]!.AsObject().Select(p => p.Key).ShouldBe(["Critical", "High", "Medium", "Low", "None", "Unknown"]);
        project["customFields"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"description":"no name"}""", "name")]
    [InlineData("""{"name":"p","colour":"red"}""", "Unrecognized field \"colour\"")]
    [InlineData("""{"name":"p","risk":"enormous"}""", "risk")]
    [InlineData("""{"name":"p","markAssociatedFilesAsReviewed":true}""", "autoPublish")]
    [InlineData("""{"name":""", "JSON")]
    public async Task Create_WithABadBody_Is400InTheRestEnvelopeAndKeepsNothing(string body, string named)
    {
        var client = await (await server.NewTenant()).Admin();

        var error = await client.Send(HttpMethod.Post, $"{Api}/projects", body).Body(HttpStatusCode.BadRequest);

        ((string)error["errors"]![0]!["message"]!).ShouldContain(named);
        await client.GetAsync($"{Api}/projects").Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Create_WithATakenName_Is400EndingAsClientsMatch()
    {
        var client = await (await server.NewTenant()).Admin();
        await client.Post($"{Api}/projects", new { name = "shop" }).Body(HttpStatusCode.Created);

        var error = await client.Post($"{Api}/projects", new { name = "Shop" }).Body(HttpStatusCode.BadRequest);

        ((string)error["errors"]![0]!["message"]!).ShouldEndWith("already exists.");
    }

    [Fact]
    public async Task List_PagesByHeaders_AndRefusesAPageBeyondTheEnd()
    {
        var client = await (await server.NewTenant()).Admin();
        foreach (var name in new[] { "a", "b", "c" }) await client.Post($"{Api}/projects", new { name }).Body(HttpStatusCode.Created);

        using var first = await client.GetAsync($"{Api}/projects/?offset=1&limit=2&unknown=x");
        var last = await client.GetAsync($"{Api}/projects?offset=2&limit=2").Body();
        var beyond = await client.GetAsync($"{Api}/projects?offset=3&limit=2").Body(HttpStatusCode.BadRequest);

        JsonNode.Parse(await first.Content.ReadAsStringAsync())!["data"]!.AsArray().Select(p => (string)p!["name"]!).ShouldBe(["a", "b"]);
        first.Headers.GetValues("Current-page").ShouldBe(["1"]);
        first.Headers.GetValues("Number-of-pages").ShouldBe(["2"]);
        first.Headers.GetValues("Total-records").ShouldBe(["3"]);
        last["data"]!.AsArray().ShouldHaveSingleItem()!["name"]!.ToString().ShouldBe("c");
        ((string)beyond["errors"]![0]!["message"]!).ShouldBe("The page 3 you requested is out of bounds. Total records :3 number of pages :2");
    }

    [Fact]
    public async Task IdByName_IsTheLegacyEnvelope_AndAnUnknownNameIsItsError()
    {
        var client = await (await server.NewTenant()).Admin();
        var created = await client.Post($"{Api}/projects", new { name = "shop" }).Body(HttpStatusCode.Created);

        var id = await client.GetAsync($"{Api}/project/id/?projectName=shop").Body();
        var error = await client.GetAsync($"{Api}/project/id?projectName=nope").Body(HttpStatusCode.BadRequest);

        id.ToJsonString().ShouldBe($$"""{"Content: ":{{created["id"]}}}""");
        ((string)error["Key: "]!).ShouldBe(" InvalidProjectNameParm");
        error["Arguments: "]!.ToJsonString().ShouldBe("""["",""]""");
        ((string)error["Error: "]!).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Put_ChangesWhatIsThere_AndDeleteRemoves()
    {
        var client = await (await server.NewTenant()).Admin();
        var id = (await client.Post($"{Api}/projects", new { name = "shop", description = "before" }).Body(HttpStatusCode.Created))["id"];

        await client.Put($"{Api}/projects/{id}", new { name = "store", risk = "LOW" }).Is(HttpStatusCode.OK);
        var project = (await client.GetAsync($"{Api}/projects/{id}").Body())["data"]!;
        await client.DeleteAsync($"{Api}/projects/{id}").Is(HttpStatusCode.OK);

        ((string)project["name"]!).ShouldBe("store");
        ((string)project["description"]!).ShouldBe("before");
        ((string)project["risk"]!).ShouldBe("LOW");
        await client.GetAsync($"{Api}/projects/{id}").Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WithoutACredential_TheAnswerIsThePageThatClientsLookFor()
    {
        using var response = await server.Anonymous().GetAsync($"{Api}/projects");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("HTTP Status 401 - Unauthorized");
        page.ShouldContain("HTTP Status 401 – Unauthorized");
    }

    [Fact]
    public async Task AnotherTenantsCaller_SeesNothing_AndOneWhoMayOnlyReadChangesNothing()
    {
        var tenant = await server.NewTenant();
        var id = (await (await tenant.Admin()).Post($"{Api}/projects", new { name = "shop" }).Body(HttpStatusCode.Created))["id"];
        var stranger = await (await server.NewTenant()).Admin();
        var guest = await tenant.As("GUEST");

        await stranger.GetAsync($"{Api}/projects/{id}").Is(HttpStatusCode.NotFound);
        await stranger.Put($"{Api}/projects/{id}", new { name = "x" }).Is(HttpStatusCode.NotFound);
        await stranger.DeleteAsync($"{Api}/projects/{id}").Is(HttpStatusCode.NotFound);
        await guest.GetAsync($"{Api}/projects/{id}").Is(HttpStatusCode.OK);
        await guest.Put($"{Api}/projects/{id}", new { name = "x" }).Is(HttpStatusCode.Forbidden);
        await guest.DeleteAsync($"{Api}/projects/{id}").Is(HttpStatusCode.Forbidden);
        await guest.Post($"{Api}/projects", new { name = "x" }).Is(HttpStatusCode.Forbidden);
    }

    public sealed class OnSqlite(SqliteServer server) : ProjectTests(server);

    public sealed class OnPostgres(PostgresServer server) : ProjectTests(server);
}
