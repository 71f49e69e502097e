using System.Net;
using System.Text.Json.Nodes;
using Merlon.Core.Identity;
using Merlon.Core.SecuritySchemes;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Apis.ApiSecurity;

/// <summary>Security schemes, as a client sees them.</summary>
public abstract class SecuritySchemeTests(RunningServer server)
{
    private static object Scheme(string name = "login", string type = "Gitlab") => new
    {
        name, providerType = new { type }, clientId = "client", clientSecret = "s3cret-value", redirectUrl = "https://app.example.com/callback", scopes = new[] { "email" },
    };

    private async Task<(TestTenant Tenant, HttpClient Client, string Deployment)> Deployed()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var application = await client.Post($"/v1/accounts/{tenant.Id.Id}/apps", new { name = "shop" }).Body();
        var deployment = await client.Post($"/v1/apps/{application["id"]}/envs", new { name = "production" }).Body();
        return (tenant, client, (string)deployment["id"]!);
    }

    [Fact]
    public async Task Create_ThenReadAndList_ShowTheSameScheme()
    {
        var (_, client, deployment) = await Deployed();

        var created = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();
        var read = await client.GetAsync($"/v1/security-schemes/{created["id"]}").Body();
        var listed = await client.GetAsync($"/v1/envs/{deployment}/security-schemes").Body();

        JsonNode.DeepEquals(read, created).ShouldBeTrue();
        JsonNode.DeepEquals(listed["values"]!.AsArray().ShouldHaveSingleItem(), created).ShouldBeTrue();
        created.ToJsonString().ShouldBe($$"""{"id":"{{created["id"]}}","revision":0,"name":"login","environmentId":"{{deployment}}","providerType":{"type":"Gitlab"},"clientId":"client","redirectUrl":"https://app.example.com/callback","scopes":["email"]}""");
    }

    [Fact]
    public async Task Create_KeepsTheClientSecretEncrypted()
    {
        var (tenant, client, deployment) = await Deployed();
        await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();

        var kept = await server.InScope(s => s.GetRequiredService<MerlonDb>().Of<SecurityScheme>(tenant.Id).SingleAsync());

        kept.ProtectedClientSecret.ShouldNotContain("s3cret-value");
    }

    [Theory]
    [InlineData("""{"providerType":{"type":"Gitlab"},"clientId":"c","clientSecret":"s","redirectUrl":"https://a/b","scopes":[]}""", "INVALID_REQUEST", "name")]
    [InlineData("""{"name":"n","providerType":{"type":"gitlab"},"clientId":"c","clientSecret":"s","redirectUrl":"https://a/b","scopes":[]}""", "INVALID_REQUEST", "providerType")]
    [InlineData("""{"name":"n","providerType":{"type":"Gitlab"},"clientId":"c","clientSecret":"s","redirectUrl":"http//example.com","scopes":[]}""", "INVALID_REDIRECT_URL", "redirectUrl")]
    [InlineData("""{"name":"n","providerType":{"type":"Custom","name":"x","issuerUrl":"http://idp.example.com"},"clientId":"c","clientSecret":"s","redirectUrl":"https://a/b","scopes":[]}""", "INVALID_CUSTOM_PROVIDER_ISSUER_URL", "issuerUrl")]
    [InlineData("""{"name":"n","providerType":{"type":"Custom","name":"x","issuerUrl":"https://169.254.169.254"},"clientId":"c","clientSecret":"s","redirectUrl":"https://a/b","scopes":[]}""", "INVALID_CUSTOM_PROVIDER_ISSUER_URL", "issuerUrl")]
    [InlineData("""{"name":"n","providerType":{"type":"Custom","name":"x","issuerUrl":"https://localhost./"},"clientId":"c","clientSecret":"s","redirectUrl":"https://a/b","scopes":[]}""", "INVALID_CUSTOM_PROVIDER_ISSUER_URL", "issuerUrl")]
    [InlineData("""{"name":"n","providerType":{"type":"Gitlab"},"clientId":"c","clientSecret":"s","redirectUrl":"https://a/b","scopes":["a",null]}""", "INVALID_REQUEST", "scopes")]
    [InlineData("""{"name":"n","providerType":{"type":"Gitlab"},"clientId":5}""", "INVALID_REQUEST", "clientId")]
    [InlineData("""{"name":""", "INVALID_REQUEST", "JSON")]
    [InlineData("", "INVALID_REQUEST", "JSON")]
    [InlineData("[1]", "INVALID_REQUEST", "The body has the wrong type")]
    public async Task Create_WithABadBody_Is400NamingTheFieldAndKeepsNothing(string body, string code, string named)
    {
        var (_, client, deployment) = await Deployed();

        var error = await client.Send(HttpMethod.Post, $"/v1/envs/{deployment}/security-schemes", body).Body(HttpStatusCode.BadRequest);

        ((string)error["code"]!).ShouldBe(code);
        error["errors"]!.ToJsonString().ShouldContain(named);
        (await client.GetAsync($"/v1/envs/{deployment}/security-schemes").Body())["values"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_WithALiveName_Is409_AndTheNameIsFreeAfterDeletion()
    {
        var (_, client, deployment) = await Deployed();
        var first = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();

        var error = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body(HttpStatusCode.Conflict);
        ((string)error["code"]!).ShouldBe("SECURITY_SCHEME_ALREADY_EXISTS");

        var tombstone = await client.DeleteAsync($"/v1/security-schemes/{first["id"]}?current_revision=0").Body();
        ((long)tombstone["revision"]!).ShouldBe(1);
        await client.GetAsync($"/v1/security-schemes/{first["id"]}").Is(HttpStatusCode.NotFound);
        var second = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();
        ((long)second["revision"]!).ShouldBe(0);
        ((string)second["id"]!).ShouldNotBe((string)first["id"]!);
    }

    [Fact]
    public async Task Patch_WithTheCurrentRevision_ChangesWhatIsThereAndLeavesTheRest()
    {
        var (_, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();

        var changed = await client.Patch($"/v1/security-schemes/{scheme["id"]}", new { currentRevision = 0, clientId = "other", name = "ignored" }).Body();

        ((long)changed["revision"]!).ShouldBe(1);
        ((string)changed["clientId"]!).ShouldBe("other");
        ((string)changed["name"]!).ShouldBe("login");
        ((string)changed["redirectUrl"]!).ShouldBe((string)scheme["redirectUrl"]!);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1")]
    [InlineData("18446744073709551615")]
    public async Task Patch_WithAnyRevisionButTheCurrentOne_IsRefusedAndChangesNothing(string revision)
    {
        var (_, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();

        var error = await client.Send(HttpMethod.Patch, $"/v1/security-schemes/{scheme["id"]}", $$"""{"currentRevision":{{revision}},"clientId":"x"}""")
            .Body(revision[0] == '-' ? HttpStatusCode.BadRequest : HttpStatusCode.Conflict);

        if (revision[0] != '-') ((string)error["code"]!).ShouldBe("CONCURRENT_UPDATE");
        JsonNode.DeepEquals(await client.GetAsync($"/v1/security-schemes/{scheme["id"]}").Body(), scheme).ShouldBeTrue();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("18446744073709551615")]
    public async Task Delete_WithAnyRevisionButTheCurrentOne_Is409AndDeletesNothing(string revision)
    {
        var (_, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();

        var error = await client.DeleteAsync($"/v1/security-schemes/{scheme["id"]}?current_revision={revision}").Body(HttpStatusCode.Conflict);

        ((string)error["code"]!).ShouldBe("CONCURRENT_UPDATE");
        JsonNode.DeepEquals(await client.GetAsync($"/v1/security-schemes/{scheme["id"]}").Body(), scheme).ShouldBeTrue();
    }

    [Fact]
    public async Task Patch_ByManyAtOnce_LetsExactlyOneWin()
    {
        var (_, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => client.Patch($"/v1/security-schemes/{scheme["id"]}", new { currentRevision = 0, clientId = $"c{i}" })));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?current_revision=x")]
    [InlineData("?current_revision=-1")]
    public async Task Delete_WithoutAReadableRevision_Is400AndChangesNothing(string query)
    {
        var (_, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();

        await client.DeleteAsync($"/v1/security-schemes/{scheme["id"]}{query}").Body(HttpStatusCode.BadRequest);

        await client.GetAsync($"/v1/security-schemes/{scheme["id"]}").Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task EveryOperation_WithoutACredential_Is401InTheEnvelope()
    {
        var (_, _, deployment) = await Deployed();
        using var anonymous = server.Anonymous();

        var error = await anonymous.GetAsync($"/v1/envs/{deployment}/security-schemes").Body(HttpStatusCode.Unauthorized);

        ((string)error["code"]!).ShouldBe("AUTH_UNAUTHORIZED");
    }

    [Fact]
    public async Task EveryOperation_OfAnotherTenantsCaller_Is404()
    {
        var (_, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();
        var stranger = await (await server.NewTenant()).Admin();

        ((string)(await stranger.GetAsync($"/v1/envs/{deployment}/security-schemes").Body(HttpStatusCode.NotFound))["code"]!).ShouldBe("ENVIRONMENT_NOT_FOUND");
        await stranger.Post($"/v1/envs/{deployment}/security-schemes", Scheme("other")).Is(HttpStatusCode.NotFound);
        ((string)(await stranger.GetAsync($"/v1/security-schemes/{scheme["id"]}").Body(HttpStatusCode.NotFound))["code"]!).ShouldBe("SECURITY_SCHEME_NOT_FOUND");
        await stranger.Patch($"/v1/security-schemes/{scheme["id"]}", new { currentRevision = 0 }).Is(HttpStatusCode.NotFound);
        await stranger.DeleteAsync($"/v1/security-schemes/{scheme["id"]}?current_revision=0").Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Changes_ByACallerWhoMayOnlyRead_Are403()
    {
        var (tenant, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();
        var guest = await tenant.As("GUEST");

        await guest.GetAsync($"/v1/security-schemes/{scheme["id"]}").Is(HttpStatusCode.OK);
        ((string)(await guest.Post($"/v1/envs/{deployment}/security-schemes", Scheme("other")).Body(HttpStatusCode.Forbidden))["code"]!).ShouldBe("AUTH_FORBIDDEN");
        await guest.Patch($"/v1/security-schemes/{scheme["id"]}", new { currentRevision = 0 }).Is(HttpStatusCode.Forbidden);
        await guest.DeleteAsync($"/v1/security-schemes/{scheme["id"]}?current_revision=0").Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Changes_ByACallerWhoMayNotEvenRead_Are404()
    {
        var (tenant, client, deployment) = await Deployed();
        var scheme = await client.Post($"/v1/envs/{deployment}/security-schemes", Scheme()).Body();
        var nobody = await tenant.WithoutRoles();

        await nobody.Patch($"/v1/security-schemes/{scheme["id"]}", new { currentRevision = 0 }).Is(HttpStatusCode.NotFound);
        await nobody.GetAsync($"/v1/envs/{deployment}/security-schemes").Is(HttpStatusCode.NotFound);
    }

    public sealed class OnSqlite(SqliteServer server) : SecuritySchemeTests(server);

    public sealed class OnPostgres(PostgresServer server) : SecuritySchemeTests(server);
}
