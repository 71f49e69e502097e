using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Documents;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Retention;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Merlon.Server.Tests.Findings.Scanned;
using Finding = Merlon.Core.Findings.Finding;
using FindingTag = Merlon.Core.Findings.FindingTag;

namespace Merlon.Server.Tests.Findings;

/// <summary>Old scans go, and with them what nobody shows and nobody decided on.</summary>
public abstract class RetireTests(RunningServer server)
{
    private async Task<TestTenant> Tenant()
    {
        var tenant = await server.NewTenant();
        await tenant.Application("shop");
        return tenant;
    }

    // Everything that ended before tomorrow is old.
    private static Task<int> Retire(TestTenant tenant) => tenant.Act(async (s, _) =>
    {
        var old = s.GetServices<IRetained>().Single(r => r.What == "scans");
        var removed = 0;
        while (await old.RemoveSome(tenant.Id, DateTimeOffset.UtcNow.AddDays(1), default) is > 0 and var some) removed += some;
        return removed;
    });

    private static Task<T> Rows<T>(TestTenant tenant, Func<MerlonDb, Task<T>> read) => tenant.Act((s, _) => read(s.GetRequiredService<MerlonDb>()));

    private static Task Ignore(TestTenant tenant, long finding) => tenant.Act(async (s, caller) =>
        (await s.GetRequiredService<FindingDecisions>().Judge((await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value, [finding], new(FindingStatus.Ignored, "why"), caller, default)).Value);

    [Fact]
    public async Task RemoveSome_KeepsTheLastScanOfEachBranchAndStage()
    {
        var tenant = await Tenant();
        foreach (var draft in new[] { new ScanDraft { Branch = "main" }, new ScanDraft { Branch = "main", Stage = "release" }, new ScanDraft { Branch = "side" }, new ScanDraft { Branch = "side" }, new ScanDraft { Branch = "main" } })
            await tenant.Scan("shop", Weaknesses(3), draft);

        (await Retire(tenant)).ShouldBe(2);

        (await Rows(tenant, db => db.Of<Scan>(tenant.Id).OrderBy(s => s.Number).Select(s => s.Number).ToListAsync())).ShouldBe([2, 4, 5]);
        (await Rows(tenant, db => db.Of<FindingList>(tenant.Id).CountAsync(l => l.ScanKey != FindingList.OfTenant))).ShouldBe(3);
        (await Rows(tenant, db => db.Of<Finding>(tenant.Id).CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task RemoveSome_RemovesFindingsThatAreGoneWithTagsAndDocuments_ButNoneThatAPersonDecidedOn()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", [Weakness("stays", tags: ("source_method", "m")), Weakness("forgotten", tags: ("source_method", "m")), Weakness("decided")]);
        var decided = await Rows(tenant, db => db.Of<Finding>(tenant.Id).Where(f => f.Fingerprint == "decided").Select(f => f.Key).SingleAsync());
        await Ignore(tenant, decided);
        await tenant.Scan("shop", [Weakness("stays", tags: ("source_method", "m"))]);

        (await Retire(tenant)).ShouldBe(1);

        (await Rows(tenant, db => db.Of<Finding>(tenant.Id).OrderBy(f => f.Fingerprint).Select(f => f.Fingerprint).ToListAsync())).ShouldBe(["decided", "stays"]);
        (await Rows(tenant, db => db.Of<FindingTag>(tenant.Id).CountAsync())).ShouldBe(1);
        // One of the three documents is still pointed to, so their block stays.
        (await Rows(tenant, db => db.Of<DocumentBlock>(tenant.Id).CountAsync())).ShouldBe(1);
        (await tenant.Act(async (s, caller) => (await s.GetRequiredService<Core.Findings.Findings>().OfTenant(FindingFilter.Open, new FindingPaging(), ScanFilter.Any, caller, default)).Value)).Findings.ShouldHaveSingleItem().Document.Description.ShouldBe("Use parameters.");
    }

    [Fact]
    public async Task RemoveSome_OfAScanWhoseFindingsWereAllReplaced_RemovesItsDocuments()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", [Weakness("a")]);
        await tenant.Scan("shop", [Weakness("b")]);

        await Retire(tenant);

        (await Rows(tenant, db => db.Of<DocumentBlock>(tenant.Id).CountAsync())).ShouldBe(1);
        // What was forgotten is new when it comes back.
        (await tenant.Scan("shop", [Weakness("a"), Weakness("b")])).Counts.NewFindings.ShouldBe(1);
    }

    [Fact]
    public async Task Delete_OfAnApplication_RemovesTagsAndDocuments()
    {
        var tenant = await Tenant();
        await tenant.Application("other");
        foreach (var app in (string[])["shop", "other"]) await tenant.Scan(app, [Weakness("a", tags: ("source_method", "m")), Weakness("b", tags: [("source_method", "m"), ("sink_method", "n")])]);

        (await tenant.Act(async (s, caller) => await s.GetRequiredService<ApplicationMoves>().Delete((await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value, caller, default))).Refusal.ShouldBeNull();

        (await Rows(tenant, db => db.Of<FindingTag>(tenant.Id).CountAsync())).ShouldBe(3);
        (await Rows(tenant, db => db.Of<DocumentBlock>(tenant.Id).CountAsync())).ShouldBe(1);
    }

    public sealed class OnSqlite(SqliteServer server) : RetireTests(server);

    public sealed class OnPostgres(PostgresServer server) : RetireTests(server);
}
