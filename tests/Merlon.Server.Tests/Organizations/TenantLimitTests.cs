using System.Net;
using Merlon.Core.Organizations;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Organizations;

/// <summary>What a tenant may have, refused in the words of each API that makes more of it.</summary>
public sealed class TenantLimitTests
{
    private static object Scheme(string name) => new { name, providerType = new { type = "Gitlab" }, clientId = "c", clientSecret = "s", redirectUrl = "https://app.example.com/callback", scopes = Array.Empty<string>() };

    [Fact]
    public async Task Applications_BeyondTheLimit_AreRefusedByEachApi_UntilOneGoes()
    {
        await using var server = await LimitedServer.Start(new TenantLimits { Applications = 2 });
        var tenant = await server.NewTenant();
        using var client = await tenant.Admin();
        var apps = $"/api/v4/orgs/{tenant.Id.Id}/apps";

        var made = await client.Put(apps, new[] { new { id = "one" }, new { id = "two" }, new { id = "three" } }).Body();
        made["response"]!["apps"]!.AsArray().Select(a => a!["id"]!.ToString()).ShouldBe(["one", "two"]);
        made["response"]!["rejected_ids"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldBe("three");

        var qwiet = await client.Put(apps, new[] { new { id = "three" } }).Body(HttpStatusCode.UnprocessableEntity);
        (qwiet["code"]!.ToString(), qwiet["message"]!.ToString()).ShouldBe(("LIMIT_EXCEEDED", "At most 2 applications are allowed; counted: 2."));
        var security = await client.Post($"/v1/accounts/{tenant.Id.Id}/apps", new { name = "three" }).Body(HttpStatusCode.UnprocessableEntity);
        (security["code"]!.ToString(), security["error"]!.ToString()).ShouldBe(("LIMIT_EXCEEDED", "Limit applications exceeded, limit: 2, current: 2"));
        (await client.Post("/codeinsight/api/projects", new { name = "three" }).Body(HttpStatusCode.BadRequest)).ToJsonString().ShouldContain("At most 2 applications are allowed");
        using var iq = await client.Post("/api/v2/applications", new { publicId = "three", name = "three", organizationId = "ROOT_ORGANIZATION_ID" });
        (iq.StatusCode, await iq.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.BadRequest, "At most 2 applications are allowed."));

        var first = (await client.GetAsync("/api/v2/applications?publicId=one").Body())["applications"]![0]!["id"];
        await client.DeleteAsync($"/api/v2/applications/{first}").Is(HttpStatusCode.NoContent);
        await client.Post("/codeinsight/api/projects", new { name = "three" }).Is(HttpStatusCode.Created);
        await (await (await server.NewTenant()).Admin()).Post("/codeinsight/api/projects", new { name = "three" }).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task DeploymentsAndSecuritySchemes_BeyondTheLimit_Are422_AndADeletedSchemeDoesNotCount()
    {
        await using var server = await LimitedServer.Start(new TenantLimits { Deployments = 1, SecuritySchemes = 1 });
        var tenant = await server.NewTenant();
        using var client = await tenant.Admin();
        var application = await client.Post($"/v1/accounts/{tenant.Id.Id}/apps", new { name = "shop" }).Body();
        var deployment = await client.Post($"/v1/apps/{application["id"]}/envs", new { name = "production" }).Body();
        var schemes = $"/v1/envs/{deployment["id"]}/security-schemes";
        var scheme = await client.Post(schemes, Scheme("first")).Body();

        var second = await client.Post($"/v1/apps/{application["id"]}/envs", new { name = "test" }).Body(HttpStatusCode.UnprocessableEntity);
        second["error"]!.ToString().ShouldBe("Limit environments exceeded, limit: 1, current: 1");
        var refused = await client.Post(schemes, Scheme("second")).Body(HttpStatusCode.UnprocessableEntity);
        (refused["code"]!.ToString(), refused["error"]!.ToString()).ShouldBe(("LIMIT_EXCEEDED", "Limit security schemes exceeded, limit: 1, current: 1"));
        (await client.GetAsync(schemes).Body())["values"]!.AsArray().ShouldHaveSingleItem()!["name"]!.ToString().ShouldBe("first");

        await client.DeleteAsync($"/v1/security-schemes/{scheme["id"]}?current_revision=0").Is(HttpStatusCode.OK);
        await client.Post(schemes, Scheme("second")).Is(HttpStatusCode.OK);
    }

    private sealed class LimitedServer(TenantLimits limits) : RunningServer
    {
        protected override TenantLimits Limits => limits;

        public static async Task<LimitedServer> Start(TenantLimits limits)
        {
            var server = new LimitedServer(limits);
            await server.InitializeAsync();
            return server;
        }

        protected override Task<string?> PrepareDatabase() => NewDatabase();

        protected override Task<string?> NewDatabase() => Task.FromResult<string?>(null);
    }
}
