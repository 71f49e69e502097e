using System.Net;
using Merlon.Analysis;
using Merlon.Core.Scans;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Pages;

/// <summary>The overview and the pages of applications, as text.</summary>
public abstract class OverviewTests(RunningServer server)
{
    [Fact]
    public async Task Overview_OfAnEmptyServer_SaysWhatToDoNext()
    {
        using var client = await PageClient.SignedIn(await server.NewTenant());
        (await client.Page("/")).ShouldContain($"{server.Address.Authority}/codeinsight/api/projects");
    }

    [Theory]
    [InlineData("npm")]
    [InlineData(null)]
    public async Task Overview_WithoutAdvisories_DoesNotReadAsClean(string? missing)
    {
        var tenant = await server.NewTenant();
        var application = await SampleScans.Application(tenant, "Web shop");
        await SampleScans.Scan(tenant, application, new ScanCounts { WithoutAdvisories = missing is null ? [] : [missing] }, SampleScans.Package("pkg:npm/lodash@4.17.20"), SampleScans.Package("pkg:npm/left-pad@1.3.0"));
        using var client = await PageClient.SignedIn(tenant);
        var page = await client.Page("/");
        page.ShouldContain("No advisory data.");
        page.ShouldContain("2 packages: 0 vulnerable, 2 cannot be judged, 0 no known advisory");
        page.ShouldContain("2 cannot be judged");
    }

    [Fact]
    public async Task Application_OfAnotherTenant_IsNotThere()
    {
        var application = await SampleScans.Application(await server.NewTenant(), "Somebody else's");
        using var client = await PageClient.SignedIn(await server.NewTenant());
        await client.Page($"/applications/{application.PublicId}", HttpStatusCode.NotFound);
        (await client.Page("/applications")).ShouldNotContain("Somebody else");
        (await client.Page("/")).ShouldNotContain("Somebody else");
    }

    [Fact]
    public async Task Applications_ByNameAndMoreThanAStretch_AreWalkedWithoutGaps()
    {
        var tenant = await server.NewTenant();
        for (var i = 0; i < 53; i++) await SampleScans.Application(tenant, $"Service {i:00}");
        using var client = await PageClient.SignedIn(tenant);
        var first = await client.Page("/applications");
        first.ShouldContain("Service 49");
        first.ShouldNotContain("Service 50");
        var rest = await client.Page("/applications?q=&after=service%2049");
        rest.ShouldContain("Service 50");
        rest.ShouldContain("Service 52");
        (await client.Page("/applications?q=VICE+07")).ShouldContain("Service 07");
        (await client.Page("/applications?q=nothing+like+it")).ShouldContain("No application has");
    }

    [Fact]
    public async Task Application_WithHostileName_IsShownAsText()
    {
        var tenant = await server.NewTenant();
        var application = await SampleScans.Application(tenant, "<script>alert(1)</script>");
        using var client = await PageClient.SignedIn(tenant);
        var page = await client.Page($"/applications/{application.PublicId}");
        page.ShouldNotContain("<script>");
        page.ShouldContain("&lt;script&gt;alert(1)");
    }

    [Fact]
    public async Task Application_ForWhoMayNotSeeFindings_StillHasItsPackages()
    {
        var tenant = await server.NewTenant();
        var shop = await SampleScans.WebShop(tenant);
        using var client = await PageClient.SignedIn(tenant, "Developer");
        (await client.Page($"/applications/{shop.PublicId}")).ShouldContain("Findings are not yours to see");
        (await client.Page($"/applications/{shop.PublicId}/packages")).ShouldContain("log4j-core");
        await client.Page($"/applications/{shop.PublicId}/scans", HttpStatusCode.Forbidden);
        (await client.Page("/")).ShouldNotContain("open findings:");
    }

    [Fact]
    public async Task Overview_ShowsTheWorstApplicationFirst()
    {
        var tenant = await server.NewTenant();
        await SampleScans.Scan(tenant, await SampleScans.Application(tenant, "Aardvark"), new ScanCounts(), SampleScans.Finding("Small thing", FindingSeverity.Low, 1));
        await SampleScans.Scan(tenant, await SampleScans.Application(tenant, "Web shop"), new ScanCounts(), SampleScans.Finding("Great thing", FindingSeverity.Critical, 1), SampleScans.Finding("Large thing", FindingSeverity.High, 2));
        await SampleScans.Scan(tenant, await SampleScans.Application(tenant, "Zebra"), new ScanCounts(), SampleScans.Finding("Middling thing", FindingSeverity.Medium, 1));
        using var client = await PageClient.SignedIn(tenant);
        var page = await client.Page("/");
        var places = new[] { "Web shop", "Zebra", "Aardvark" }.Select(name => page.IndexOf($">{name}</a>", StringComparison.Ordinal)).ToList();
        places.ShouldBeInOrder();
        places.ShouldNotContain(-1);
        page.ShouldContain("4 open findings: 1 critical, 1 high, 1 medium, 1 low");
    }

    public sealed class OnSqlite(SqliteServer server) : OverviewTests(server);

    public sealed class OnPostgres(PostgresServer server) : OverviewTests(server);
}
