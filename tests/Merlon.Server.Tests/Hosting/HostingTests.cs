using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Merlon.Core.Identity;
using Merlon.Server.Apis.ApiSecurity;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Hosting;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.Builder;

namespace Merlon.Server.Tests.Hosting;

public sealed class HostingTests(SqliteServer server)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_WithoutCredentials_Is200(string path) => await server.Anonymous().GetAsync(path).Is(HttpStatusCode.OK);

    [Fact]
    public async Task Ready_WhileNobodyCanSignIn_Is503AndSaysWhatIsMissing()
    {
        await using var own = await OwnServer.StartWithoutUser();
        using var client = own.Client();
        using var response = await client.GetAsync("/health/ready");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldBe("not ready: first user");
        await client.GetAsync("/health/live").Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Start_ThatCannotListen_TellsThePasswordItMadeUpAllTheSame()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var told = new List<string>();
        await Should.ThrowAsync<IOException>(() => OwnServer.Start(options => options with { Urls = $"http://{other.LocalEndpoint}" }, adminPassword: null, made: told.Add));
        told.ShouldHaveSingleItem().Length.ShouldBe(20);
    }

    // /dev/full has no room, as a full disk has none.
    [Fact]
    public async Task Request_ForWhichTheDiskHasNoRoom_Is507InTheWordsOfTheApi()
    {
        await using var own = await OwnServer.Start(map: routes => routes.MapPost("/v1/full", () => File.WriteAllText("/dev/full", "x")).WithMetadata(new ApiSecurityDialect(), new NeedsNobody()));
        using var client = own.Client();
        using var response = await client.PostAsync("/v1/full", null);
        response.StatusCode.ShouldBe(HttpStatusCode.InsufficientStorage);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!.ToString().ShouldContain("no room left");
    }

    [Theory]
    [InlineData("abc-123_x.y", true)]
    [InlineData("with space", false)]
    [InlineData("<script>", false)]
    public async Task RequestId_ThatIsUsable_IsEchoedAndAnyOtherReplaced(string sent, bool echoed)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.TryAddWithoutValidation("X-Request-Id", sent);
        using var response = await server.Anonymous().SendAsync(request);
        var id = response.Headers.GetValues("X-Request-Id").Single();
        (id == sent).ShouldBe(echoed);
        id.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/health/live", "default-src 'none'; frame-ancestors 'none'")]
    [InlineData("/openapi", "default-src 'self'")]
    public async Task SecurityHeaders_AreOnEveryAnswer(string path, string policy)
    {
        using var response = await server.Anonymous().GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith(policy);
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Metrics_NotAskedFor_Are404() => await server.Anonymous().GetAsync("/metrics").Is(HttpStatusCode.NotFound);

    [Fact]
    public async Task Metrics_AskedFor_CountRequestsByRoute()
    {
        await using var own = await OwnServer.Start(options => options with { Telemetry = options.Telemetry with { Prometheus = true } });
        using var client = own.Client();
        for (var i = 0; i < 3; i++) await client.GetAsync("/health/live").Is(HttpStatusCode.OK);
        using var response = await client.GetAsync("/metrics");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        lines.ShouldContain("# TYPE http_server_request_duration_seconds histogram");
        lines.ShouldContain(line => line.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal) && line.Contains("http_route=\"/health/live\"", StringComparison.Ordinal) && line.EndsWith(" 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_ThatAsksTooMuch_Gets429InTheWordsOfTheApi()
    {
        await using var own = await OwnServer.Start(options => options with { Limits = options.Limits with { RequestsPerMinuteOfAddress = 3 } });
        using var client = own.Client();
        var path = $"/v1/apps/{Guid.NewGuid()}";
        for (var i = 0; i < 3; i++) await client.GetAsync(path).Is(HttpStatusCode.Unauthorized);
        using var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await response.Content.ReadAsStringAsync()).ShouldContain("TOO_MANY_REQUESTS");
        await client.GetAsync("/health/live").Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    [InlineData(false, HttpStatusCode.TooManyRequests)]
    public async Task ForwardedFor_IsBelievedFromDeclaredProxiesOnly(bool declared, HttpStatusCode ofASecondAddress)
    {
        await using var own = await OwnServer.Start(options => options with
        {
            TrustedProxies = declared ? [IPNetwork.Parse("127.0.0.0/8")] : [],
            Limits = options.Limits with { RequestsPerMinuteOfAddress = 1 },
        });
        using var client = own.Client();
        (await From("203.0.113.1")).ShouldBe(HttpStatusCode.Unauthorized);
        (await From("203.0.113.2")).ShouldBe(ofASecondAddress);

        async Task<HttpStatusCode> From(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/apps/{Guid.NewGuid()}");
            request.Headers.Add("X-Forwarded-For", address);
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Body_LargerThanTheLimit_Is413()
    {
        await using var own = await OwnServer.Start(options => options with { Limits = options.Limits with { BodyBytes = 1000 } });
        using var client = own.Client();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"admin:{RunningServer.AdminPassword}")));
        await client.Send(HttpMethod.Post, $"/v1/accounts/{Guid.NewGuid()}/apps", $$"""{"name":"{{new string('x', 2000)}}"}""").Is(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Tls_ByCertificateFiles_Serves()
    {
        var folder = Directory.CreateTempSubdirectory("merlon-tls-");
        try
        {
            var files = TestCertificate.Write(folder.FullName);
            await using var own = await OwnServer.Start(options => options with { Urls = "https://127.0.0.1:0", Tls = files });
            using var client = own.Client();
            using var response = await client.GetAsync("/health/live");
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
