using System.Net;
using Merlon.Core.Audit;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Pages;

/// <summary>Coming in by login and password, staying by a cookie, going out.</summary>
public abstract class EntryTests(RunningServer server)
{
    [Theory]
    [InlineData("/", "/signin")]
    [InlineData("/applications?q=a", "/signin?to=%2Fapplications%3Fq%3Da")]
    public async Task Page_OfAStranger_LeadsToTheSignInAndBack(string path, string expected)
    {
        using var client = new PageClient(server);
        using var response = await client.Get(path);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    // In other words the framework puts its own in their place and warns of it, with every page.
    [Fact]
    public async Task Page_WithAForm_IsKeptNowhere()
    {
        using var client = new PageClient(server);
        using var response = await client.Get("/signin");
        (response.Headers.CacheControl!.ToString(), response.Headers.Pragma.ToString()).ShouldBe(("no-store, no-cache", "no-cache"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Address_ThatNoPageHas_IsSaidOnAPage(bool signedIn)
    {
        var user = await PageClient.NewUser(await server.NewTenant());
        using var client = new PageClient(server);
        if (signedIn) (await client.SignIn(user.Login, RunningServer.AdminPassword)).Dispose();
        (await client.Page("/nowhere/at-all", HttpStatusCode.NotFound)).ShouldContain("There is no page at this address");
    }

    [Theory]
    [InlineData("/applications", "/applications")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("", "/")]
    public async Task SignIn_WithTheRightPassword_GoesOnWithinThisServerOnly(string to, string expected)
    {
        var user = await PageClient.NewUser(await server.NewTenant());
        using var client = new PageClient(server);
        using var entered = await client.SignIn(user.Login, RunningServer.AdminPassword, to);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        entered.Headers.Location!.OriginalString.ShouldBe(expected);
        entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("merlon-session=", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            cookie => cookie.ShouldContain("httponly"),
            cookie => cookie.ShouldContain("samesite=lax"));
        (await client.Page("/")).ShouldContain(user.Login);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysNothingAboutWhy()
    {
        var user = await PageClient.NewUser(await server.NewTenant());
        using var client = new PageClient(server);
        using var wrong = await client.SignIn(user.Login, "not the password");
        using var unknown = await client.SignIn("nobody-at-all", "not the password");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Text(wrong)).ShouldContain("do not fit");
        (await Text(unknown)).ShouldContain("do not fit");
    }

    [Fact]
    public async Task SignIn_AfterTooManyFailures_IsLockedEvenWithTheRightPassword()
    {
        var user = await PageClient.NewUser(await server.NewTenant());
        using var client = new PageClient(server);
        for (var i = 0; i < 10; i++) (await client.SignIn(user.Login, "wrong")).Dispose();
        using var locked = await client.SignIn(user.Login, RunningServer.AdminPassword);
        locked.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Text(locked)).ShouldContain("locked");
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        var user = await PageClient.NewUser(await server.NewTenant());
        using var client = new PageClient(server);
        await client.Page("/signin");
        using var forged = await client.SendBare("/signin", ("login", user.Login), ("password", RunningServer.AdminPassword));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Text(forged)).ShouldContain("too old");
        client.Cookies.GetCookies(server.Address)["merlon-session"].ShouldBeNull();
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var client = await PageClient.SignedIn(await server.NewTenant());
        using (await client.SendBare("/signout")) (await client.Get("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var left = await client.Send("/", "/signout");
        left.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.Get("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_OfAUserWhoChangedThePassword_HasEnded()
    {
        var tenant = await server.NewTenant();
        var user = await PageClient.NewUser(tenant);
        using var client = new PageClient(server);
        (await client.SignIn(user.Login, RunningServer.AdminPassword)).Dispose();
        await server.InScope(async s =>
        {
            var users = s.GetRequiredService<Users>();
            var found = (await users.Find(user.Login, Caller.System(tenant.Id), CancellationToken.None)).Value;
            return await users.ResetPassword(found, "another long password", Caller.System(tenant.Id), CancellationToken.None);
        });
        (await client.Get("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task ComingAndGoing_IsAudited()
    {
        var tenant = await server.NewTenant();
        var user = await PageClient.NewUser(tenant);
        using var client = new PageClient(server);
        (await client.SignIn(user.Login, "not the password")).Dispose();
        (await client.SignIn("nobody-at-all", "not the password")).Dispose();
        (await client.SignIn(user.Login, RunningServer.AdminPassword)).Dispose();
        (await client.Send("/", "/signout")).Dispose();
        var rows = await server.InScope(s => s.GetRequiredService<MerlonDb>().Of<AuditEntry>(tenant.Id).AsNoTracking().Where(a => a.Actor == user.Login).OrderBy(a => a.Key).ToListAsync());
        rows.Select(row => (row.Action, row.Outcome)).ShouldBe([("Signed In", "refused"), ("Signed In", "done"), ("Signed Out", "done")]);
        rows.ShouldAllBe(row => row.Address != null && row.Request != null);
    }

    [Fact]
    public async Task Session_ThatWasTamperedWith_IsNobodys()
    {
        using var client = await PageClient.SignedIn(await server.NewTenant());
        var cookie = client.Cookies.GetCookies(server.Address)["merlon-session"]!;
        cookie.Value = cookie.Value[..^4] + "AAAA";
        (await client.Get("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Page_LeadsOnlyWhereItsReaderMayGo()
    {
        var tenant = await server.NewTenant();
        using var admin = await PageClient.SignedIn(tenant);
        using var guest = await PageClient.SignedIn(tenant, "GUEST");

        (await admin.Page("/")).ShouldContain("href=\"/nodes\"");
        var seen = await guest.Page("/");
        seen.ShouldContain("href=\"/applications\"");
        seen.ShouldNotContain("href=\"/nodes\"");
    }

    [Fact]
    public async Task Page_AllowsNothingFromElsewhereAndNoScript()
    {
        using var client = new PageClient(server);
        using var page = await client.Get("/signin");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'self'");
        var text = await Text(page);
        text.ShouldNotContain("<script");
        text.ShouldNotContain(" style=");
    }

    private static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public sealed class OnSqlite(SqliteServer server) : EntryTests(server);

    public sealed class OnPostgres(PostgresServer server) : EntryTests(server);
}
