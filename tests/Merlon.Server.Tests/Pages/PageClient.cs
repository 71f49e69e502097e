using System.Net;
using System.Text.RegularExpressions;
using Merlon.Core.Identity;
using Merlon.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Pages;

/// <summary>A person without a browser: keeps cookies, sends the forms that pages hold.</summary>
sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;

    public PageClient(RunningServer server) =>
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = server.Address };

    public CookieContainer Cookies { get; } = new();

    /// <summary>A user of the tenant who has one built-in role everywhere in it, or on one level, signed in.</summary>
    public static async Task<PageClient> SignedIn(TestTenant tenant, string role = "SUPER_ADMIN", RoleLevel level = RoleLevel.Tenant, long? resource = null)
    {
        var client = new PageClient(tenant.Server);
        var entered = await client.SignIn((await NewUser(tenant, role, level, resource)).Login, RunningServer.AdminPassword);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return client;
    }

    /// <summary>A user of the tenant who has one built-in role everywhere in it, or on one level.</summary>
    public static async Task<User> NewUser(TestTenant tenant, string role = "SUPER_ADMIN", RoleLevel level = RoleLevel.Tenant, long? resource = null)
    {
        var user = await tenant.NewUser();
        await tenant.Server.InScope(s => s.GetRequiredService<Users>().Assign(user, BuiltInRoles.Find(role)!.Id, level, resource ?? tenant.Id.Key, Caller.System(tenant.Id), CancellationToken.None));
        return user;
    }

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>The page's text, after the status was checked.</summary>
    public async Task<string> Page(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Get(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected, text);
        return text;
    }

    /// <summary>Sends a form as the page <paramref name="from"/> would.</summary>
    public async Task<HttpResponseMessage> Send(string from, string path, params (string Name, string Value)[] fields) =>
        await SendBare(path, [("form-token", Token().Match(await Page(from)).Groups[1].Value), .. fields]);

    /// <summary>Sends exactly these fields.</summary>
    public Task<HttpResponseMessage> SendBare(string path, params (string Name, string Value)[] fields) =>
        _http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SignIn(string login, string password, string to = "/") => Send("/signin", "/signin", ("login", login), ("password", password), ("to", to));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
