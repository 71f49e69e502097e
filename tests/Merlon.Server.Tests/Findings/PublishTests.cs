using System.Data.Common;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Findings.Publishing;
using Merlon.Core.Findings.Triaging;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Merlon.Server.Tests.Findings.Scanned;

namespace Merlon.Server.Tests.Findings;

/// <summary>What publishing a scan keeps, recognises and marks, and what it never touches.</summary>
public abstract class PublishTests(RunningServer server)
{
    private async Task<TestTenant> Tenant(string app = "shop")
    {
        var tenant = await server.NewTenant();
        await tenant.Application(app);
        return tenant;
    }

    private static Task<List<Merlon.Core.Findings.Finding>> Findings(TestTenant tenant) => tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<Merlon.Core.Findings.Finding>(tenant.Id).AsNoTracking().OrderBy(f => f.Key).ToListAsync());

    private static Task<FindingListing> Shown(TestTenant tenant, FindingFilter? filter = null) => tenant.Act(async (s, caller) =>
        (await s.GetRequiredService<Core.Findings.Findings>().OfTenant(filter ?? FindingFilter.Open, new FindingPaging(Size: 250), ScanFilter.Any, caller, default)).Value);

    private static Task Judge(TestTenant tenant, string app, FindingStatus status, params long[] findings) => tenant.Act(async (s, caller) =>
        (await s.GetRequiredService<FindingDecisions>().Judge((await s.GetRequiredService<Applications>().Find(app, caller, default)).Value, findings, new(status, "why"), caller, default)).Value);

    [Fact]
    public async Task Rescan_WithTheSameFindings_KeepsIdsAndAddsNothing()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", Weaknesses(20));
        var before = await Findings(tenant);

        var second = await tenant.Scan("shop", Weaknesses(20).Reverse());

        (await Findings(tenant)).Select(f => (f.Key, f.TouchedScanKey)).ShouldBe(before.Select(f => (f.Key, f.TouchedScanKey)));
        (second.Counts.Findings, second.Counts.NewFindings, second.Counts.GoneFindings).ShouldBe((20, 0, 0));
    }

    [Fact]
    public async Task Stage_OfABatchThatCannotBeWritten_EndsItsScanAndNotTheNext()
    {
        var tenant = await Tenant();
        var kept = await tenant.Act(async (s, caller) =>
        {
            var (db, publisher) = (s.GetRequiredService<MerlonDb>(), s.GetRequiredService<ScanPublisher>());
            var application = (await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value;
            var broken = await Started();
            await publisher.Stage(broken, [Weakness("a")], default);
            // Where its second batch would go.
            db.Add(new StagedBatch { TenantKey = tenant.Id.Key, ScanKey = broken.Key, Number = 2, Added = 0, Rows = [] });
            await db.SaveChangesAsync(default);
            await publisher.Stage(broken, [Weakness("b")], default);
            await Should.ThrowAsync<DbException>(publisher.Publish(application, broken, caller, default));
            await publisher.Abandon(application, broken, ScanStatus.Failed, "It could not be kept.", caller, default);

            var next = await Started();
            await publisher.Stage(next, [Weakness("c")], default);
            return await publisher.Publish(application, next, caller, default);

            async Task<Scan> Started() => (await s.GetRequiredService<Scans>().Start(application, new ScanDraft(), caller, default)).Value;
        });

        kept.Status.ShouldBe(ScanStatus.Completed);
        (await Findings(tenant)).ShouldHaveSingleItem().Fingerprint.ShouldBe("c");
    }

    [Fact]
    public async Task Stage_OfALongScan_TellsThatItLives()
    {
        var tenant = await Tenant();
        var clock = new Clock();
        await tenant.Act(async (s, caller) =>
        {
            var application = (await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value;
            var scan = (await s.GetRequiredService<Scans>().Start(application, new ScanDraft(), caller, default)).Value;
            clock.Now = scan.TouchedAt + TimeSpan.FromHours(1);

            await ActivatorUtilities.CreateInstance<ScanPublisher>(s, clock).Stage(scan, [Weakness("a")], default);
            return scan;
        });

        // What the sweeper of dead scans goes by.
        var touched = await tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<Scan>(tenant.Id).AsNoTracking().Select(x => x.TouchedAt).SingleAsync());
        touched.ShouldBe(clock.Now, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Rescan_WithChangedFacts_ChangesTheFactsAndKeepsWhatAPersonDecided()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", [Weakness("a"), Weakness("b")]);
        var first = (await Findings(tenant))[0];
        await Judge(tenant, "shop", FindingStatus.Ignored, first.Key);

        await tenant.Scan("shop", [Weakness(first.Fingerprint, FindingSeverity.Low) with { Line = 99 }, Weakness("b")]);

        var ignored = (await Shown(tenant, FindingFilter.Open with { Statuses = [FindingStatus.Ignored] })).Findings.ShouldHaveSingleItem();
        (ignored.Finding.Key, ignored.Finding.Line, ignored.Profile.Severity).ShouldBe((first.Key, 99, FindingSeverity.Low));
        (await Shown(tenant)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Rescan_WithoutAFinding_MarksItGoneAndItsReturnUnmarksIt()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", [Weakness("a"), Weakness("b")]);
        var second = await tenant.Scan("shop", [Weakness("a")]);

        (await Findings(tenant)).ConvertAll(f => f.GoneScanKey).ShouldBe([null, second.Key], ignoreOrder: true);
        second.Counts.GoneFindings.ShouldBe(1);
        (await Shown(tenant)).Total.ShouldBe(1);

        await tenant.Scan("shop", [Weakness("a"), Weakness("b")]);
        (await Findings(tenant)).ShouldAllBe(f => f.GoneScanKey == null);
        (await Shown(tenant)).Total.ShouldBe(2);
    }

    [Fact]
    public async Task ScanOfAnotherBranch_ChangesNothingThatTheApplicationShows()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", [Weakness("a"), Weakness("b")], new ScanDraft { Branch = "main" });

        var side = await tenant.Scan("shop", [Weakness("a"), Weakness("c")], new ScanDraft { Branch = "feature" });

        (await Shown(tenant)).Findings.Select(f => f.Finding.Fingerprint).ShouldBe(["a", "b"], ignoreOrder: true);
        side.Counts.NewFindings.ShouldBe(1);
        (await Findings(tenant)).ShouldAllBe(f => f.GoneScanKey == null);
    }

    [Fact]
    public async Task TwoFindingsWithOneFingerprint_AreOne()
    {
        var tenant = await Tenant();

        var scan = await tenant.Scan("shop", [Weakness("a"), Weakness("a") with { Line = 8 }, Weakness("b")]);

        scan.Counts.Findings.ShouldBe(2);
        (await Findings(tenant)).Single(f => f.Fingerprint == "a").Line.ShouldBe(7);
    }

    [Fact]
    public async Task ScanThatIsNotPublished_ShowsNothing_AndTheSweeperRemovesItsLeftovers()
    {
        var tenant = await Tenant();
        await tenant.Act(async (s, caller) =>
        {
            var application = (await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value;
            var scan = (await s.GetRequiredService<Scans>().Start(application, new ScanDraft(), caller, default)).Value;
            await s.GetRequiredService<ScanPublisher>().Stage(scan, Weaknesses(5).ToAsyncEnumerable(), default);
            return scan;
        });
        (await Findings(tenant)).ShouldBeEmpty();
        (await Shown(tenant)).Total.ShouldBe(0);

        await Sweep(tenant);
        (await tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<Scan>(tenant.Id).SingleAsync())).Status.ShouldBe(ScanStatus.Running, "something arrived for it a moment ago");

        await tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<Scan>(tenant.Id).ExecuteUpdateAsync(scan => scan.SetProperty(x => x.TouchedAt, DateTimeOffset.UtcNow - ScanSweeper.Patience)));
        await Sweep(tenant);

        await tenant.Act(async (s, _) =>
        {
            var db = s.GetRequiredService<MerlonDb>();
            (await db.Of<StagedBatch>(tenant.Id).CountAsync()).ShouldBe(0);
            (await db.Of<Scan>(tenant.Id).SingleAsync()).Status.ShouldBe(ScanStatus.Failed);
            return 0;
        });
    }

    private static Task<int> Sweep(TestTenant tenant) => tenant.Act(async (s, _) =>
    {
        await s.GetRequiredService<ScanSweeper>().Run(default);
        return 0;
    });

    [Fact]
    public async Task PartThatFailsWhilePublishing_LeavesNothingVisible()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", [Weakness("a")]);

        await Should.ThrowAsync<InvalidOperationException>(() => tenant.Act(async (s, caller) =>
        {
            var application = (await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value;
            var publisher = ActivatorUtilities.CreateInstance<ScanPublisher>(s, s.GetServices<IScanPart>().Append(new Broken()));
            var scan = (await s.GetRequiredService<Scans>().Start(application, new ScanDraft(), caller, default)).Value;
            await publisher.Stage(scan, [Weakness("b")], default);
            return await publisher.Publish(application, scan, caller, default);
        }));

        (await Findings(tenant)).ShouldHaveSingleItem().Fingerprint.ShouldBe("a");
        (await Shown(tenant)).Findings.ShouldHaveSingleItem().Finding.Fingerprint.ShouldBe("a");
    }

    [Fact]
    public async Task JobThatRunsTwice_ScansOnce()
    {
        var tenant = await Tenant();
        var first = await tenant.Scan("shop", [Weakness("a")], new ScanDraft { JobKey = 12 });

        var again = await tenant.Act(async (s, caller) =>
            (await s.GetRequiredService<Scans>().Start((await s.GetRequiredService<Applications>().Find("shop", caller, default)).Value, new ScanDraft { JobKey = 12 }, caller, default)).Value);

        (again.Key, again.Status).ShouldBe((first.Key, ScanStatus.Completed));
    }

    [Fact]
    public async Task ExpiredDecision_OpensTheFindingAgain()
    {
        var tenant = await Tenant();
        await tenant.Scan("shop", [Weakness("a")]);
        var finding = (await Findings(tenant))[0];
        await Judge(tenant, "shop", FindingStatus.Ignored, finding.Key);
        await tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<FindingDecision>(tenant.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.ExpiresAt, DateTimeOffset.UtcNow.AddHours(-1))));

        await tenant.Act((s, _) => s.GetRequiredService<DecisionExpiry>().Run(default));

        (await Shown(tenant)).Total.ShouldBe(1);
        var history = await tenant.Act((s, caller) => s.GetRequiredService<Core.Findings.Findings>().History(finding, caller, default));
        history.Select(d => (d.Status, d.Superseded)).ShouldBe([(FindingStatus.Unset, false), (FindingStatus.Ignored, true)]);
    }

    [Fact]
    public async Task CountsKept_EqualTheRows()
    {
        var tenant = await Tenant();
        await tenant.Application("bank");
        await tenant.Scan("shop", Weaknesses(120));
        await tenant.Scan("bank", Weaknesses(30));
        await tenant.Scan("shop", Weaknesses(90));
        var some = (await Findings(tenant)).FindAll(f => f.GoneScanKey is null).Take(17).ToList();
        foreach (var byApplication in some.GroupBy(f => f.ApplicationKey))
        {
            var name = await tenant.Act((s, _) => s.GetRequiredService<MerlonDb>().Of<Application>(tenant.Id).Where(a => a.Key == byApplication.Key).Select(a => a.PublicId).SingleAsync());
            await Judge(tenant, name, FindingStatus.Fixed, [.. byApplication.Select(f => f.Key)]);
        }

        await tenant.Act(async (s, _) =>
        {
            var db = s.GetRequiredService<MerlonDb>();
            var rows = (await Findings(tenant)).FindAll(f => f.GoneScanKey is null);
            var whole = await db.Of<FindingList>(tenant.Id).SingleAsync(l => l.ScanKey == FindingList.OfTenant);
            (whole.Open, whole.Fixed).ShouldBe((120 - 17, 17));
            FindingTally.Unpack(whole.Tally).OrderBy(k => k.Key.ToString()).ShouldBe(FindingTally.Of(rows.Select(f => new ListedFinding(f.Key, new(f.ProfileKey, f.TriageKey)))).OrderBy(k => k.Key.ToString()));
            (whole.Critical + whole.High + whole.Medium + whole.Low + whole.Info).ShouldBe(whole.Open);
            return 0;
        });
    }

    private sealed class Broken : IScanPart
    {
        public Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct) => Task.CompletedTask;

        public Task Publish(Scan scan, System.Data.Common.DbTransaction transaction, CancellationToken ct) => throw new InvalidOperationException("broken");

        public Task Discard(Scan scan, CancellationToken ct) => Task.CompletedTask;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    public sealed class OnSqlite(SqliteServer server) : PublishTests(server);

    public sealed class OnPostgres(PostgresServer server) : PublishTests(server);
}
