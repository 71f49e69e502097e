using System.Net;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Guardian;

/// <summary>Operating systems, accounts and the heartbeat, as a client sees them.</summary>
public abstract class FixedListTests(RunningServer server)
{
    [Theory]
    [InlineData("/api/v2/operating_system_families/2.json", """{"id":2,"name":"Linux"}""")]
    [InlineData("/api/v2/operating_systems/123.json", """{"id":123,"name":"Windows","operating_system_family_id":1,"description":"Windows 2012 Server"}""")]
    [InlineData("/api/v2/operating_systems/lookup.json?query=ubuntu", """{"operating_system_family_id":2,"operating_system_family":"Linux","operating_system_id":221,"operating_system_name":"Ubuntu"}""")]
    [InlineData("/api/v1/operating_systems/221.json", """{"id":221,"name":"Ubuntu","operating_system_family_id":2,"description":"Ubuntu"}""")]
    public async Task One_IsShown(string path, string expected)
    {
        var client = await (await server.NewTenant()).Admin();
        (await client.GetAsync(path).Body()).ToJsonString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("/api/v2/operating_system_families.json", 16)]
    [InlineData("/api/v2/operating_systems.json", 30)]
    [InlineData("/api/v2/operating_system_families/2/operating_systems.json", 5)]
    public async Task Lists_HoldAtLeast(string path, int rows)
    {
        var client = await (await server.NewTenant()).Admin();
        (await client.GetAsync(path).Body()).AsArray().Count.ShouldBeGreaterThanOrEqualTo(rows);
    }

    [Theory]
    [InlineData("/api/v2/operating_system_families/10.json", HttpStatusCode.NotFound)]
    [InlineData("/api/v2/operating_systems/100.json", HttpStatusCode.NotFound)]
    [InlineData("/api/v2/operating_systems/lookup.json?query=plan9", HttpStatusCode.NotFound)]
    [InlineData("/api/v2/operating_systems/lookup.json", HttpStatusCode.UnprocessableEntity)]
    public async Task Missing_IsRefused(string path, HttpStatusCode status)
    {
        var client = await (await server.NewTenant()).Admin();
        await client.GetAsync(path).Is(status);
        await server.Anonymous().GetAsync(path).Is(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("admin", "Administrator")]
    [InlineData(EnvironmentTests.Analyst, "Analyst")]
    public async Task Accounts_ShowTheOrganizationAndTheRole(string role, string shown)
    {
        var tenant = await server.NewTenant();
        var client = await tenant.As(role);
        (await client.GetAsync("/api/v2/accounts.json?user_id=1").Body()).ToJsonString().ShouldBe($$"""[{"id":{{tenant.Id.Key}},"role":"{{shown}}","name":"Root Organization","status":1}]""");
    }

    [Fact]
    public async Task Heartbeat_IsOpenToEverybody() => await server.Anonymous().GetAsync("/heartbeat").Is(HttpStatusCode.OK);

    public sealed class OnSqlite(SqliteServer server) : FixedListTests(server);

    public sealed class OnPostgres(PostgresServer server) : FixedListTests(server);
}
