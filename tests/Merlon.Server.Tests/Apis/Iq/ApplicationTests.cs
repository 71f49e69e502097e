using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Apis.Iq;

/// <summary>Applications of the IQ API, as a client sees them.</summary>
public abstract class ApplicationTests(RunningServer server)
{
    private const string Root = "ROOT_ORGANIZATION_ID";

    private static async Task<string> Organization(HttpClient client, string name, string parent = Root) =>
        (string)(await client.Post("/api/v2/organizations", new { name, parentOrganizationId = parent }).Body())["id"]!;

    private static async Task<string> Category(HttpClient client, string organization, string name) =>
        (string)(await client.Post($"/api/v2/applicationCategories/organization/{organization}", new { name, description = "d", color = "orange" }).Body())["id"]!;

    private static Task<HttpResponseMessage> Create(HttpClient client, string publicId, string organization, params string[] tags) =>
        client.Post("/api/v2/applications", new { publicId, name = publicId + " name", organizationId = organization, applicationTags = tags.Select(tagId => new { tagId }) });

    [Fact]
    public async Task Create_ThenRead_ShowsTheDocumentsShape()
    {
        var client = await (await server.NewTenant()).Admin();
        var organization = await Organization(client, "Payments");
        var category = await Category(client, organization, "Hosted by us");

        var created = await Create(client, "shop", organization, category).Body();

        created.ToJsonString().ShouldBe($$"""{"id":"{{created["id"]}}","publicId":"shop","name":"shop name","organizationId":"{{organization}}","contactUserName":null,"applicationTags":[{"id":"{{created["applicationTags"]![0]!["id"]}}","tagId":"{{category}}","applicationId":"{{created["id"]}}"}]}""");
        ((string)created["id"]!).ShouldMatch("^[0-9a-f]{32}$");
        JsonNode.DeepEquals(await client.GetAsync($"/api/v2/applications/{created["id"]}").Body(), created).ShouldBeTrue();
    }

    [Fact]
    public async Task List_ByPublicIds_DropsUnknownOnes_AndWithCategoriesReplacesTheTags()
    {
        var client = await (await server.NewTenant()).Admin();
        var category = await Category(client, Root, "Own");
        await Create(client, "a", Root, category).Body();
        await Create(client, "b", Root).Body();
        await Create(client, "c", Root).Body();

        var two = await client.GetAsync("/api/v2/applications?publicId=a&publicId=B&publicId=nope&includeCategories=true").Body();
        var none = await client.GetAsync("/api/v2/applications?publicId=nope").Body();

        two["applications"]!.AsArray().Select(a => (string)a!["publicId"]!).ShouldBe(["a", "b"]);
        two["applications"]![0]!.AsObject().ContainsKey("applicationTags").ShouldBeFalse();
        two["applications"]![0]!["categories"]![0]!.ToJsonString().ShouldBe($$"""{"id":"{{category}}","name":"Own","description":"d","organizationId":"{{Root}}","color":"orange"}""");
        none.ToJsonString().ShouldBe("""{"applications":[]}""");
        (await client.GetAsync("/api/v2/applications").Body())["applications"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task ListOfOrganization_ShowsDirectChildrenOnly()
    {
        var client = await (await server.NewTenant()).Admin();
        var (upper, lower) = (await Organization(client, "Upper"), "");
        lower = await Organization(client, "Lower", upper);
        await Create(client, "in-upper", upper).Body();
        await Create(client, "in-lower", lower).Body();

        (await client.GetAsync($"/api/v2/applications/organization/{upper}").Body())["applications"]!.AsArray().ShouldHaveSingleItem()!["publicId"]!.ToString().ShouldBe("in-upper");
        await client.GetAsync($"/api/v2/applications/organization/{Guid.NewGuid():N}").Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"name":"n","organizationId":"ROOT_ORGANIZATION_ID"}""", "publicId")]
    [InlineData("""{"publicId":"p","organizationId":"ROOT_ORGANIZATION_ID"}""", "name")]
    [InlineData("""{"publicId":"p","name":"n"}""", "organizationId")]
    [InlineData("""{"publicId":"-p","name":"n","organizationId":"ROOT_ORGANIZATION_ID"}""", "publicId")]
    [InlineData("""{"publicId":"p","name":"n","organizationId":"ROOT_ORGANIZATION_ID","applicationTags":[{"tagId":"x"}]}""", "applicationTags")]
    [InlineData("""{"publicId":"p","name":"n","organizationId":"ROOT_ORGANIZATION_ID","applicationTags":[{"tagId":"00000000000000000000000000000000"}]}""", "applicationTags")]
    [InlineData("""{"publicId":7""", "")]
    public async Task Create_WithABadBody_Is400InPlainTextAndKeepsNothing(string body, string named)
    {
        var client = await (await server.NewTenant()).Admin();

        using var response = await client.Send(HttpMethod.Post, "/api/v2/applications", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await response.Content.ReadAsStringAsync()).ShouldContain(named);
        (await client.GetAsync("/api/v2/applications").Body())["applications"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_WithATakenPublicIdOrName_ComparedFolded_Is400()
    {
        var client = await (await server.NewTenant()).Admin();
        await Create(client, "Shop", Root).Body();

        await Create(client, "shop", Root).Is(HttpStatusCode.BadRequest);
        await client.Post("/api/v2/applications", new { publicId = "other", name = "SHOP NAME", organizationId = Root }).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Put_ReplacesNameAndTags_AndIgnoresTheOrganization()
    {
        var client = await (await server.NewTenant()).Admin();
        var (first, second) = (await Category(client, Root, "First"), await Category(client, Root, "Second"));
        var created = await Create(client, "shop", Root, first).Body();

        var changed = await client.Put($"/api/v2/applications/{created["id"]}", new
        {
            id = (string)created["id"]!, publicId = "shop", name = "Renamed", organizationId = Guid.NewGuid().ToString("N"), contactUserName = "ann", applicationTags = new[] { new { tagId = first }, new { tagId = second } },
        }).Body();

        ((string)changed["name"]!).ShouldBe("Renamed");
        ((string)changed["contactUserName"]!).ShouldBe("ann");
        ((string)changed["organizationId"]!).ShouldBe(Root);
        changed["applicationTags"]!.AsArray().Count.ShouldBe(2);
        changed["applicationTags"]!.AsArray().Select(t => (string)t!["id"]!).ShouldNotContain((string)created["applicationTags"]![0]!["id"]!);
    }

    [Fact]
    public async Task Put_WithATakenName_Is400AndChangesNothing()
    {
        var client = await (await server.NewTenant()).Admin();
        await Create(client, "one", Root).Body();
        var two = await Create(client, "two", Root, await Category(client, Root, "Own")).Body();

        await client.Put($"/api/v2/applications/{two["id"]}", new { publicId = "two", name = "ONE name", organizationId = Root }).Is(HttpStatusCode.BadRequest);

        JsonNode.DeepEquals(await client.GetAsync($"/api/v2/applications/{two["id"]}").Body(), two).ShouldBeTrue();
    }

    [Fact]
    public async Task Move_WithoutLoss_Is200WithAnEmptyBody()
    {
        var client = await (await server.NewTenant()).Admin();
        var (from, to) = (await Organization(client, "From"), await Organization(client, "To"));
        var tag = await Category(client, from, "Kept");
        var counterpart = await Category(client, to, "kept");
        var application = await Create(client, "shop", from, tag).Body();

        using var moved = await client.PostAsync($"/api/v2/applications/{application["id"]}/move/organization/{to}", null);

        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await moved.Content.ReadAsStringAsync()).ShouldBeEmpty();
        var now = await client.GetAsync($"/api/v2/applications/{application["id"]}").Body();
        ((string)now["organizationId"]!).ShouldBe(to);
        ((string)now["applicationTags"]![0]!["tagId"]!).ShouldBe(counterpart);
    }

    [Fact]
    public async Task Move_WithACategoryThatHasNoCounterpart_Is409NamingItAndMovesNothing()
    {
        var client = await (await server.NewTenant()).Admin();
        var (from, to) = (await Organization(client, "From"), await Organization(client, "To"));
        var application = await Create(client, "shop", from, await Category(client, from, "Mine")).Body();

        var conflict = await client.PostAsync($"/api/v2/applications/{application["id"]}/move/organization/{to}", null).Body(HttpStatusCode.Conflict);

        conflict.ToJsonString().ShouldBe("""{"errors":["The application category \u0027Mine\u0027 from the organization \u0027From\u0027 has no counterpart in the new parent organization."]}""");
        JsonNode.DeepEquals(await client.GetAsync($"/api/v2/applications/{application["id"]}").Body(), application).ShouldBeTrue();
    }

    [Fact]
    public async Task Move_ToTheSameOrganization_Is400_AndToOrOfAnUnknownOne404()
    {
        var client = await (await server.NewTenant()).Admin();
        var application = await Create(client, "shop", Root).Body();

        await client.PostAsync($"/api/v2/applications/{application["id"]}/move/organization/{Root}", null).Is(HttpStatusCode.BadRequest);
        await client.PostAsync($"/api/v2/applications/{application["id"]}/move/organization/{Guid.NewGuid():N}", null).Is(HttpStatusCode.NotFound);
        await client.PostAsync($"/api/v2/applications/{Guid.NewGuid():N}/move/organization/{Root}", null).Is(HttpStatusCode.NotFound);
        await client.PostAsync($"/api/v2/applications/nonsense/move/organization/{Root}", null).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Delete_Is204_AndTakesTheDeploymentsAlong()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var application = await Create(client, "shop", Root).Body();
        var id = Guid.ParseExact((string)application["id"]!, "N");
        var deployment = await client.Post($"/v1/apps/{id}/envs", new { name = "production" }).Body();

        await client.DeleteAsync($"/api/v2/applications/{application["id"]}").Is(HttpStatusCode.NoContent);

        await client.GetAsync($"/api/v2/applications/{application["id"]}").Is(HttpStatusCode.NotFound);
        await client.GetAsync($"/v1/envs/{deployment["id"]}").Is(HttpStatusCode.NotFound);
        await Create(client, "shop", Root).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Clone_CopiesOrganizationAndCategories_UnderANewName()
    {
        var client = await (await server.NewTenant()).Admin();
        var category = await Category(client, Root, "Own");
        var source = await Create(client, "shop", Root, category).Body();

        var clone = await client.PostAsync($"/api/v2/applications/{source["id"]}/clone?clonedApplicationName=Second&clonedApplicationPublicId=second", null).Body();

        ((string)clone["publicId"]!).ShouldBe("second");
        ((string)clone["applicationTags"]![0]!["tagId"]!).ShouldBe(category);
    }

    [Fact]
    public async Task ACallerWithARoleOnOneOrganization_SeesWhatIsBelowIt_AndMayChangeNothingElse()
    {
        var tenant = await server.NewTenant();
        var admin = await tenant.Admin();
        var (mine, theirs) = (await Organization(admin, "Mine"), await Organization(admin, "Theirs"));
        var seen = await Create(admin, "seen", await Organization(admin, "Below", mine)).Body();
        var hidden = await Create(admin, "hidden", theirs).Body();
        var key = await server.InScope(s => s.GetRequiredService<MerlonDb>().Of<Core.Organizations.Organization>(tenant.Id).Where(o => o.Name == "Mine").Select(o => o.Key).SingleAsync());
        var client = await tenant.With("Developer", RoleLevel.Organization, key);

        (await client.GetAsync("/api/v2/applications").Body())["applications"]!.AsArray().ShouldHaveSingleItem()!["publicId"]!.ToString().ShouldBe("seen");
        await client.GetAsync($"/api/v2/applications/{hidden["id"]}").Is(HttpStatusCode.NotFound);
        await client.DeleteAsync($"/api/v2/applications/{seen["id"]}").Is(HttpStatusCode.Forbidden);
        await client.DeleteAsync($"/api/v2/applications/{hidden["id"]}").Is(HttpStatusCode.NotFound);
        await Create(client, "new", mine).Is(HttpStatusCode.Forbidden);
        await Create(client, "new", theirs).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AnotherTenantsCaller_SeesNothing()
    {
        var admin = await (await server.NewTenant()).Admin();
        var application = await Create(admin, "shop", Root).Body();
        var stranger = await (await server.NewTenant()).Admin();

        (await stranger.GetAsync("/api/v2/applications").Body())["applications"]!.AsArray().ShouldBeEmpty();
        await stranger.GetAsync($"/api/v2/applications/{application["id"]}").Is(HttpStatusCode.NotFound);
        await stranger.Put($"/api/v2/applications/{application["id"]}", new { publicId = "x", name = "x" }).Is(HttpStatusCode.NotFound);
        await stranger.DeleteAsync($"/api/v2/applications/{application["id"]}").Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Basic_WithLoginAndPassword_ActsInTheHomeTenant_AndWrongOnesAreChallenged()
    {
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{RunningServer.AdminPassword}")));
        await client.GetAsync("/api/v2/organizations").Is(HttpStatusCode.OK);

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("nobody:wrong password")));
        using var refused = await client.GetAsync("/api/v2/applications");

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Basic");
        refused.Headers.GetValues("Server").ShouldHaveSingleItem().ShouldMatch(@"^NexusIQ/\d+\.\d+\.\d+-\d+$");
    }

    [Fact]
    public async Task AFreshTenant_HasWhatClientsRelyOn()
    {
        var client = await (await server.NewTenant()).Admin();

        var organizations = (await client.GetAsync("/api/v2/organizations").Body())["organizations"]!.AsArray();
        var roles = (await client.GetAsync("/api/v2/roles").Body())["roles"]!.AsArray();

        organizations.Select(o => ((string)o!["name"]!, (string?)o["id"] == Root, (string?)o["parentOrganizationId"])).ShouldBe([("Root Organization", true, null), ("Sandbox Organization", false, Root)]);
        organizations[0]!["tags"]!.AsArray().Select(t => ((string)t!["name"]!, (string)t["color"]!)).ShouldBe([("Distributed", "yellow"), ("Hosted", "light-purple"), ("Internal", "dark-green")]);
        roles.Select(r => (string)r!["name"]!).ShouldBe(["System Administrator", "Policy Administrator", "Owner", "Developer", "Application Evaluator", "Component Evaluator", "Legal Reviewer"], ignoreOrder: true);
        roles.Single(r => (string)r!["name"]! == "Developer")!["id"]!.ToString().ShouldBe("1da70fae1fd54d6cb7999871ebdb9a36");
    }

    [Fact]
    public async Task AnApplicationMadeThroughAnotherApi_IsTheSameHere()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();

        var there = await client.Post($"/v1/accounts/{tenant.Id.Id}/apps", new { name = "Shop front" }).Body();

        var here = (await client.GetAsync("/api/v2/applications").Body())["applications"]!.AsArray().ShouldHaveSingleItem()!;
        here["id"]!.ToString().ShouldBe(Guid.Parse((string)there["id"]!).ToString("N"));
        here["publicId"]!.ToString().ShouldBe(ApplicationRules.PublicIdFrom("Shop front"));
    }

    public sealed class OnSqlite(SqliteServer server) : ApplicationTests(server);

    public sealed class OnPostgres(PostgresServer server) : ApplicationTests(server);
}
