using System.Net;
using Merlon.Server.Tests.Apis.CodeInsight;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis;

/// <summary>What none of the five products has: an application and its scan are the same through every API.</summary>
public abstract class OneModelTests(RunningServer server)
{
    private const string Pom = """
        <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>shop</artifactId><version>1</version>
        <dependencies><dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.14.1</version></dependency></dependencies></project>
        """;

    [Fact]
    public async Task OneUpload_ShowsThroughFourApis()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();

        var project = (await client.Post("/codeinsight/api/projects", new { name = "Shop front" }).Body(HttpStatusCode.Created))["id"]!;
        await client.PostAsync($"/codeinsight/api/project/uploadProjectCodebase?projectId={project}", ScanTests.Zip(("pom.xml", Pom))).Body();
        var task = (await client.PostAsync($"/codeinsight/api/scanResource/projectScan/{project}", null).Body())["Content: "]!;
        var job = await ScanTests.Finished(client, task);

        ((string)job["status"]!).ShouldBe("Completed", job.ToJsonString());
        var inventory = await client.GetAsync($"/codeinsight/api/project/inventory/{project}").Body();
        inventory["inventoryItems"]!.AsArray().Select(i => (string)i!["purl"]!).ShouldContain("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");

        var apps = await client.GetAsync($"/api/v4/orgs/{tenant.Id.Id}/apps").Body();
        apps["response"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe("Shop-front");
        var scans = await client.GetAsync($"/api/v4/orgs/{tenant.Id.Id}/apps/Shop-front/scans").Body();
        scans["response"]!["scans"]!.AsArray().ShouldHaveSingleItem()!["app"]!.ToString().ShouldBe("Shop-front");

        var iq = (await client.GetAsync("/api/v2/applications?publicId=Shop-front").Body())["applications"]!.AsArray().ShouldHaveSingleItem()!;
        var account = await client.GetAsync($"/v1/accounts/{tenant.Id.Id}/apps/Shop%20front").Body();
        Guid.Parse((string)account["id"]!).ToString("N").ShouldBe((string)iq["id"]!);
    }

    [Fact]
    public async Task AnApplicationMadeInQwiet_IsAProjectAndAnIqApplication_AndGoesEverywhereWhenDeleted()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();

        await client.Put($"/api/v4/orgs/{tenant.Id.Id}/apps", new[] { new { id = "shop", name = "Shop" } }).Is(HttpStatusCode.OK);
        var project = (long)(await client.GetAsync("/codeinsight/api/project/id?projectName=shop").Body())["Content: "]!;
        await client.DeleteAsync($"/codeinsight/api/projects/{project}").Is(HttpStatusCode.OK);

        (await client.GetAsync("/api/v2/applications").Body())["applications"]!.AsArray().ShouldBeEmpty();
        await client.GetAsync($"/api/v4/orgs/{tenant.Id.Id}/apps/shop").Is(HttpStatusCode.NotFound);
    }

    // No client of these three can say which state it changes, so that none is refused because another was quicker.
    [Fact]
    public async Task ClientsOfThreeApisAtOnce_ChangeOneApplication_AndNothingIsLost()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var project = (long)(await client.Post("/codeinsight/api/projects", new { name = "shop" }).Body(HttpStatusCode.Created))["id"]!;
        var application = (await client.GetAsync("/api/v2/applications").Body())["applications"]![0]!;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => (n % 3) switch
        {
            0 => client.Post($"/api/v4/orgs/{tenant.Id.Id}/apps/shop/labels", new { add = new[] { $"n={n}" } }).Is(HttpStatusCode.OK),
            1 => client.Put($"/codeinsight/api/projects/{project}", new { description = $"d{n}" }).Is(HttpStatusCode.OK),
            _ => client.Put($"/api/v2/applications/{application["id"]}", new { publicId = "shop", name = "shop", organizationId = (string)application["organizationId"]!, contactUserName = $"c{n}", applicationTags = Array.Empty<object>() }).Is(HttpStatusCode.OK),
        }));

        (await client.GetAsync($"/api/v4/orgs/{tenant.Id.Id}/apps/shop").Body())["response"]!["labels"]!.AsArray().Select(label => (string)label!).ShouldBe(["n=0", "n=3", "n=6", "n=9"], ignoreOrder: true);
        ((string)(await client.GetAsync($"/codeinsight/api/projects/{project}").Body())["data"]!["description"]!).ShouldStartWith("d");
        ((string)(await client.GetAsync($"/api/v2/applications/{application["id"]}").Body())["contactUserName"]!).ShouldStartWith("c");
    }

    public sealed class OnSqlite(SqliteServer server) : OneModelTests(server);

    public sealed class OnPostgres(PostgresServer server) : OneModelTests(server);
}
