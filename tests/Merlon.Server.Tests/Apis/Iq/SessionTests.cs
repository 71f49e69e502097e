using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Iq;

/// <summary>Scripts that begin a session by Basic and go on by cookie.</summary>
public abstract class SessionTests(RunningServer server)
{
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Session_BegunByBasic_AnswersCallsThatCarryItsToken(string method)
    {
        var (session, token) = await Begin(method);
        await Call($"CLMSESSIONID={session}; CLM-CSRF-TOKEN={token}", token).Is(HttpStatusCode.OK);
        await Call($"CLMSESSIONID={session}; CLM-CSRF-TOKEN=api", "api").Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Session_WithoutItsTokenOrWithAnother_IsNobodys()
    {
        var (session, token) = await Begin("GET");
        await Call($"CLMSESSIONID={session}; CLM-CSRF-TOKEN={token}", null).Is(HttpStatusCode.Unauthorized);
        await Call($"CLMSESSIONID={session}; CLM-CSRF-TOKEN={token}", "another").Is(HttpStatusCode.Unauthorized);
        await Call($"CLMSESSIONID={session}", token).Is(HttpStatusCode.Unauthorized);
        await Call($"CLMSESSIONID={session[..^4]}AAAA; CLM-CSRF-TOKEN={token}", token).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Session_OfThePages_IsNotOneOfIq()
    {
        var (session, token) = await Begin("GET");
        using var client = server.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", $"merlon-session={session}");
        await client.SendAsync(request, TestContext.Current.CancellationToken).Is(HttpStatusCode.Redirect);
    }

    private async Task<(string Session, string Token)> Begin(string method)
    {
        var user = await (await server.NewTenant()).NewUser();
        using var client = server.Anonymous();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/rest/user/session");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.Login}:{RunningServer.AdminPassword}")));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var cookies = response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0].Split('=', 2)).ToDictionary(c => c[0], c => c[1]);
        return (cookies["CLMSESSIONID"], cookies["CLM-CSRF-TOKEN"]);
    }

    private async Task<HttpResponseMessage> Call(string cookies, string? token)
    {
        using var client = server.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/applications");
        request.Headers.Add("Cookie", cookies);
        if (token is not null) request.Headers.Add("X-CSRF-TOKEN", token);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class OnSqlite(SqliteServer server) : SessionTests(server);

    public sealed class OnPostgres(PostgresServer server) : SessionTests(server);
}
