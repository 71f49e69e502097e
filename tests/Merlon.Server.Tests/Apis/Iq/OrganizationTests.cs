using System.Net;
using System.Text.Json.Nodes;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Iq;

/// <summary>Organizations and their application categories of the IQ API, as a client sees them.</summary>
public abstract class OrganizationTests(RunningServer server)
{
    private const string Root = "ROOT_ORGANIZATION_ID";

    private static async Task<string> Organization(HttpClient client, string name) =>
        (string)(await client.Post("/api/v2/organizations", new { name, parentOrganizationId = Root }).Body())["id"]!;

    private static async Task<string> Category(HttpClient client, string organization, string name) =>
        (string)(await client.Post($"/api/v2/applicationCategories/organization/{organization}", new { name, description = "d", color = "orange" }).Body())["id"]!;

    private static async Task<JsonArray> Tags(HttpClient client, JsonNode application) => (await client.GetAsync($"/api/v2/applications/{application["id"]}").Body())["applicationTags"]!.AsArray();

    private static Task<JsonNode> Application(HttpClient client, string organization, params string[] tags) =>
        client.Post("/api/v2/applications", new { publicId = "shop", name = "Shop", organizationId = organization, applicationTags = tags.Select(tagId => new { tagId }) }).Body();

    [Fact]
    public async Task ChangeCategory_ShowsTheNewNameAndKeepsItsId()
    {
        using var client = await (await server.NewTenant()).Admin();
        var organization = await Organization(client, "Payments");
        var id = await Category(client, organization, "Old");

        var changed = await client.Put($"/api/v2/applicationCategories/organization/{organization}", new { id, name = "New", description = "other", color = "yellow" }).Body();

        changed["id"]!.ToString().ShouldBe(id);
        var listed = (await client.GetAsync($"/api/v2/applicationCategories/organization/{organization}").Body()).AsArray().ShouldHaveSingleItem()!;
        (listed["name"]!.ToString(), listed["description"]!.ToString(), listed["color"]!.ToString()).ShouldBe(("New", "other", "yellow"));
    }

    [Fact]
    public async Task ChangeCategory_ToATakenName_Is400AndChangesNothing()
    {
        using var client = await (await server.NewTenant()).Admin();
        var organization = await Organization(client, "Payments");
        await Category(client, organization, "First");
        var second = await Category(client, organization, "Second");

        using var refused = await client.Put($"/api/v2/applicationCategories/organization/{organization}", new { id = second, name = "FIRST", description = "d", color = "orange" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync($"/api/v2/applicationCategories/organization/{organization}").Body()).AsArray().Select(c => c!["name"]!.ToString()).ShouldBe(["First", "Second"], ignoreOrder: true);
    }

    [Fact]
    public async Task DeleteCategory_Is204_AndTakesItOffItsApplications()
    {
        using var client = await (await server.NewTenant()).Admin();
        var organization = await Organization(client, "Payments");
        var (kept, gone) = (await Category(client, organization, "Kept"), await Category(client, organization, "Gone"));
        var application = await Application(client, organization, kept, gone);

        await client.DeleteAsync($"/api/v2/applicationCategories/organization/{organization}/{gone}").Is(HttpStatusCode.NoContent);

        (await Tags(client, application)).ShouldHaveSingleItem()!["tagId"]!.ToString().ShouldBe(kept);
        await client.DeleteAsync($"/api/v2/applicationCategories/organization/{organization}/{gone}").Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Delete_OfAnEmptyOne_Is204_AndItIsGone()
    {
        using var client = await (await server.NewTenant()).Admin();
        var organization = await Organization(client, "Short lived");
        await Category(client, organization, "Own");

        await client.DeleteAsync($"/api/v2/organizations/{organization}").Is(HttpStatusCode.NoContent);

        await client.GetAsync($"/api/v2/organizations/{organization}").Is(HttpStatusCode.NotFound);
        (await Organization(client, "Short lived")).ShouldNotBe(organization, "its name is free again");
    }

    [Fact]
    public async Task Delete_OfOneThatHoldsAnApplicationOrOfTheRoot_Is400AndKeepsBoth()
    {
        using var client = await (await server.NewTenant()).Admin();
        var organization = await Organization(client, "Payments");
        var application = await Application(client, organization);

        await client.DeleteAsync($"/api/v2/organizations/{organization}").Is(HttpStatusCode.BadRequest);
        await client.DeleteAsync($"/api/v2/organizations/{Root}").Is(HttpStatusCode.BadRequest);

        await client.GetAsync($"/api/v2/organizations/{organization}").Is(HttpStatusCode.OK);
        await client.GetAsync($"/api/v2/applications/{application["id"]}").Is(HttpStatusCode.OK);
    }

    public sealed class OnSqlite(SqliteServer server) : OrganizationTests(server);

    public sealed class OnPostgres(PostgresServer server) : OrganizationTests(server);
}
