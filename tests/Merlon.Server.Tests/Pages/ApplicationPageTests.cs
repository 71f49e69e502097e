using System.Net;
using System.Text.RegularExpressions;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Pages;

/// <summary>The pages of one application and the search, as text.</summary>
public abstract partial class ApplicationPageTests(RunningServer server)
{
    [Theory]
    [InlineData("", "SQL injection in the search", "nothing else")]
    [InlineData("?severity=low", "Log entry from user input", "SQL injection in the search")]
    [InlineData("?type=secret", "Secret key of a payment provider", "SQL injection in the search")]
    [InlineData("?q=TRAVERSAL", "Path traversal", "SQL injection in the search")]
    [InlineData("?page=2", "Log entry from user input", "SQL injection in the search")]
    [InlineData("?status=fixed", "Nothing matches", "SQL injection in the search")]
    [InlineData("?severity=purple&page=-3&sort=x", "SQL injection in the search", "nothing else")]
    public async Task Findings_AreNarrowedAsTheAddressSays(string query, string expected, string unexpected)
    {
        var (client, address) = await Shop();
        var page = await client.Page(address + query);
        page.ShouldContain(expected);
        page.ShouldNotContain(unexpected);
        client.Dispose();
    }

    [Fact]
    public async Task Finding_ShowsItsFlowAndTakesADecision()
    {
        var (client, address) = await Shop();
        var link = FindingLink().Match(await client.Page(address)).Groups[1].Value;
        var page = await client.Page(link);
        page.ShouldContain("request.getParameter(&quot;name&quot;)");
        page.ShouldContain("<code class=\"language-java\">");
        page.ShouldContain("weakness in code, SQL Injection");
        page.ShouldContain("<dt>Confidence</dt>");
        page.ShouldContain("<dt>OWASP 2021</dt>");

        using var decided = await client.Send(link, link, ("status", "ignored"), ("reason", "Only <staff> can get there"));
        decided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.Page(link)).ShouldContain("Only &lt;staff&gt; can get there");
        (await client.Page(address)).ShouldNotContain("SQL injection in the search");
        (await client.Page(address + "?status=ignored")).ShouldContain("SQL injection in the search");
        client.Dispose();
    }

    [Fact]
    public async Task Finding_OfAnotherTenantOrUnknown_IsNotThere()
    {
        var (owner, address) = await Shop();
        var link = FindingLink().Match(await owner.Page(address)).Groups[1].Value;
        await owner.Page($"{address}/findings/999999999", HttpStatusCode.NotFound);
        using var stranger = await PageClient.SignedIn(await server.NewTenant());
        await stranger.Page(link, HttpStatusCode.NotFound);
        await stranger.Page($"{address}/packages", HttpStatusCode.NotFound);
        await stranger.Page($"{address}/scans", HttpStatusCode.NotFound);
        using var forged = await stranger.Send("/", link, ("status", "ignored"));
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        owner.Dispose();
    }

    [Fact]
    public async Task Finding_DecidedByWhoMayNot_StaysAsItIs()
    {
        var tenant = await server.NewTenant();
        var shop = await SampleScans.WebShop(tenant);
        using var guest = await PageClient.SignedIn(tenant, "GUEST");
        var link = FindingLink().Match(await guest.Page($"/applications/{shop.PublicId}")).Groups[1].Value;
        (await guest.Page(link)).ShouldNotContain("name=\"reason\"");
        using var refused = await guest.Send(link, link, ("status", "fixed"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Packages_ShowAdvisoriesAndWhereTheyAreFixed()
    {
        var (client, address) = await Shop();
        var page = await client.Page($"{address}/packages");
        page.ShouldContain("CVE-2021-44228");
        page.ShouldContain("fixed in 2.15.0");
        page.ShouldContain("guava");
        page.ShouldContain("no data: Maven");
        client.Dispose();
    }

    [Theory]
    [InlineData("log4j", "log4j-core")]
    [InlineData("4J-CO", "log4j-core")]
    [InlineData("apache.logging", "log4j-core")]
    [InlineData("@angular", "core")]
    [InlineData("web SHOP", "Web shop")]
    [InlineData("sql inj", "SQL injection in the search")]
    public async Task Search_FindsPackagesApplicationsAndFindings(string query, string expected)
    {
        var (client, _) = await Shop();
        var page = await client.Page($"/search?q={Uri.EscapeDataString(query)}");
        page.ShouldContain(expected);
        page.ShouldContain(">Web shop</a>");
        client.Dispose();
    }

    [Theory]
    [InlineData("?q=%25")]
    [InlineData("?q=_")]
    [InlineData("?q=nowhere-to-be-found")]
    public async Task Search_ForWhatIsNot_SaysSo(string query)
    {
        var (client, _) = await Shop();
        (await client.Page("/search" + query)).ShouldContain("Nowhere that Merlon has looked");
        client.Dispose();
    }

    [Fact]
    public async Task Search_OfAnotherTenant_FindsNothing()
    {
        (await Shop()).Client.Dispose();
        using var stranger = await PageClient.SignedIn(await server.NewTenant());
        (await stranger.Page("/search?q=log4j")).ShouldContain("Nowhere that Merlon has looked");
        (await stranger.Page($"/search?q={new string('a', 201)}", HttpStatusCode.BadRequest)).ShouldContain("At most 200");
    }

    private async Task<(PageClient Client, string Address)> Shop()
    {
        var tenant = await server.NewTenant();
        var shop = await SampleScans.WebShop(tenant);
        return (await PageClient.SignedIn(tenant), $"/applications/{shop.PublicId}");
    }

    [GeneratedRegex("href=\"(/applications/[^\"]+/findings/[0-9]+)\">SQL injection", RegexOptions.NonBacktracking)]
    private static partial Regex FindingLink();

    public sealed class OnSqlite(SqliteServer server) : ApplicationPageTests(server);

    public sealed class OnPostgres(PostgresServer server) : ApplicationPageTests(server);
}
