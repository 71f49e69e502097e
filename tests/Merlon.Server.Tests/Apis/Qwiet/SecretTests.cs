using System.Net;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Audit;
using Merlon.Core.Findings.Secrets;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Findings;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Apis.Qwiet;

/// <summary>Findings of type secret: masked for everyone, in clear for who may see the value and asks for it.</summary>
public abstract class SecretTests(RunningServer server)
{
    private const string Value = "S3cret-value-of-a-test";

    [Fact]
    public async Task Secret_HasTheDetailsThatClientsRead_Masked()
    {
        var (tenant, client, id) = await Shop();

        foreach (var finding in new[] { (await client.GetAsync(tenant.Org("apps/shop/findings?type=secret")).Response())["findings"]![0]!, await client.GetAsync(tenant.Org($"apps/shop/findings/{id}")).Response() })
        {
            var details = finding["details"]!;
            ((string)finding["type"]!, (string)details["fileName"]!, (int)details["lineNumber"]!, (string)details["secret"]!, (string)details["entropy"]!).ShouldBe(("secret", "deploy/.env", 4, "S3cr********", "3.5"));
            finding.ToJsonString().ShouldNotContain(Value);
        }
    }

    [Fact]
    public async Task Reveal_WithTheScope_ShowsTheValueAndIsAudited()
    {
        var (tenant, client, id) = await Shop();

        var shown = await client.GetAsync(tenant.Org($"apps/shop/findings/{id}?reveal=true")).Response();

        ((string)shown["details"]!["secret"]!).ShouldBe(Value);
        (await Reveals(tenant)).ShouldBe([(id, "done")]);
        (await client.GetAsync(tenant.Org($"apps/shop/findings?reveal=true")).Response()).ToJsonString().ShouldNotContain(Value);
    }

    [Fact]
    public async Task Reveal_WithoutTheScope_IsRefusedAndAudited()
    {
        var (tenant, _, id) = await Shop();
        var guest = await tenant.As("GUEST");

        await guest.GetAsync(tenant.Org($"apps/shop/findings/{id}?reveal=true")).Refused(HttpStatusCode.Forbidden, "FORBIDDEN");

        ((string)(await guest.GetAsync(tenant.Org($"apps/shop/findings/{id}")).Response())["details"]!["secret"]!).ShouldBe("S3cr********");
        (await Reveals(tenant)).ShouldBe([(id, "refused")]);
    }

    [Fact]
    public async Task Reveal_FromAnotherTenant_FindsNothing()
    {
        var (tenant, _, id) = await Shop();
        var stranger = await (await server.NewTenant()).Admin();

        await stranger.GetAsync(tenant.Org($"apps/shop/findings/{id}?reveal=true")).Refused(HttpStatusCode.NotFound, "NOT_FOUND");

        (await Reveals(tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Value_IsKeptEncrypted_AndGoesWithTheApplication()
    {
        var (tenant, _, _) = await Shop();

        var kept = await InDb(db => db.Of<SecretValue>(tenant.Id).SingleAsync());
        kept.ProtectedValue.ShouldNotContain(Value);

        await tenant.Act(async (s, caller) => await s.GetRequiredService<ApplicationMoves>().Delete((await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value, caller, default));
        (await InDb(db => db.Of<SecretValue>(tenant.Id).CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task FingerprintKey_OfATenant_IsMadeOnce()
    {
        var (one, other) = (await server.NewTenant(), await server.NewTenant());

        var keys = new List<byte[]>();
        foreach (var tenant in new[] { one, one, other })
            keys.Add(await server.InScope(async s => (await s.GetRequiredService<SecretKeys>().ForScan(tenant.Id, default)).FingerprintKey!));

        keys[1].ShouldBe(keys[0]);
        keys[2].ShouldNotBe(keys[0]);
    }

    private async Task<(TestTenant Tenant, HttpClient Client, string Id)> Shop()
    {
        var tenant = await server.NewTenant();
        await tenant.Application("shop");
        var closed = await server.InScope(s => Task.FromResult(s.GetRequiredService<IDataProtectionProvider>().CreateProtector("secret-values").Protect(Value)));
        await tenant.Scan("shop", [Scanned.Secret("a") with { Path = "deploy/.env", Line = 4, Tags = [], Secret = new FoundSecret("S3cr********", 3.5, closed) }]);
        var client = await tenant.Admin();
        return (tenant, client, (string)(await client.GetAsync(tenant.Org("apps/shop/findings")).Response())["findings"]![0]!["id"]!);
    }

    private Task<T> InDb<T>(Func<MerlonDb, Task<T>> read) => server.InScope(s => read(s.GetRequiredService<MerlonDb>()));

    private async Task<List<(string, string)>> Reveals(TestTenant tenant) =>
        [.. (await InDb(db => db.Of<AuditEntry>(tenant.Id).Where(a => a.Action == "Secret Revealed").ToListAsync())).Select(a => (a.ResourceId, a.Outcome))];

    public sealed class OnSqlite(SqliteServer server) : SecretTests(server);

    public sealed class OnPostgres(PostgresServer server) : SecretTests(server);
}
