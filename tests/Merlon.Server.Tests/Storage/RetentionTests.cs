using Merlon.Core.Audit;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Retention;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Nodes.Snapshots;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Merlon.Server.Tests.Storage;

/// <summary>What is past its time goes, the rest stays.</summary>
public abstract class RetentionTests(RunningServer engine)
{
    public sealed class OnSqlite(SqliteServer server) : RetentionTests(server);

    public sealed class OnPostgres(PostgresServer server) : RetentionTests(server);

    [Theory]
    [InlineData(30, 0, 5, 10)]
    [InlineData(0, 30, 10, 5)]
    [InlineData(0, 0, 10, 10)]
    public async Task Run_RemovesOldEventsAndAuditRows_OnlyWhereToldTo(int eventDays, int auditDays, int eventsLeft, int auditLeft)
    {
        await using var place = await Place.New(engine);
        var tenant = await place.Prepare();
        foreach (var age in new[] { 0, 40 }) await Tell(place, tenant, 5, TimeSpan.FromDays(age));

        await Run(place, new RetentionOptions { EventDays = eventDays, AuditDays = auditDays, JobDays = 0 });

        (await place.InDb(db => db.Of<Event>(tenant).CountAsync(e => e.Type == "Told"))).ShouldBe(eventsLeft);
        (await place.InDb(db => db.Of<AuditEntry>(tenant).CountAsync(a => a.Action == "Told"))).ShouldBe(auditLeft);
    }

    [Fact]
    public async Task Run_OfMoreThanABatch_RemovesAll()
    {
        await using var place = await Place.New(engine);
        var tenant = await place.Prepare();
        await Tell(place, tenant, RetentionWork.BatchSize + 10, TimeSpan.FromDays(40));

        await Run(place, new RetentionOptions { EventDays = 30 });

        (await place.InDb(db => db.Of<Event>(tenant).CountAsync(e => e.Type == "Told"))).ShouldBe(0);
    }

    [Fact]
    public async Task Run_RemovesOldEndedJobsWithTasksAndLog()
    {
        await using var place = await Place.New(engine);
        var tenant = await place.Prepare();
        var (old, young, open) = (Ended(1, JobStatus.Completed, 40), Ended(2, JobStatus.Failed, 1), Ended(3, JobStatus.Waiting, 40));
        await place.InDb(async db =>
        {
            foreach (var job in new[] { old, young, open })
            {
                db.Add(job);
                db.Add(new JobTask { TenantKey = tenant.Key, Key = job.Key, Id = Guid.CreateVersion7(), JobKey = job.Key, Sequence = 1, Label = "t", Status = JobTaskStatus.Success, CreatedAt = default, UpdatedAt = default });
                db.Add(new JobLogLine { TenantKey = tenant.Key, JobKey = job.Key, Sequence = 1, At = default, Text = "x" });
            }
            return await db.SaveChangesAsync();
        });

        await Run(place, new RetentionOptions { JobDays = 30 });

        (await place.InDb(db => db.Of<Job>(tenant).Select(j => j.Key).Order().ToListAsync())).ShouldBe([2, 3]);
        (await place.InDb(db => db.Of<JobTask>(tenant).CountAsync())).ShouldBe(2);
        (await place.InDb(db => db.Of<JobLogLine>(tenant).CountAsync())).ShouldBe(2);

        Job Ended(long key, JobStatus status, int daysAgo) => new()
        {
            TenantKey = tenant.Key, Key = key, Kind = "test", Lane = JobLane.Light, SourceType = JobSource.Tenant, Status = status, MaxAttempts = 3, RequestedBy = "system",
            QueuedAt = default, DueAt = default, Payload = "{}", CompletedAt = status.IsFinal() ? DateTimeOffset.UtcNow.AddDays(-daysAgo) : null,
        };
    }

    [Fact]
    public async Task Run_RemovesOldScansOfNodes_ButNotTheLastNorWhatItWasComparedWith()
    {
        await using var place = await Place.New(engine);
        var tenant = await place.Prepare();
        await place.InDb(async db =>
        {
            var environment = await db.Of<Core.Environments.Environment>(tenant).Select(e => e.Key).FirstAsync();
            foreach (var (key, last) in new[] { (101L, 3L), (102L, 5L) })
                db.Add(new Node { TenantKey = tenant.Key, Key = key, Id = Guid.CreateVersion7(), Name = $"n{key}", NameFolded = $"n{key}", NodeType = "SV", EnvironmentKey = environment, LastScanKey = last, LastSnapshotKey = last, CreatedAt = default, UpdatedAt = default });
            foreach (var (key, node, daysAgo, previous) in new[] { (1L, 101L, 50, (long?)null), (2, 101, 40, 1), (3, 101, 1, 2), (4, 101, 45, null), (5, 102, 60, null) })
            {
                db.Add(new NodeScan { TenantKey = tenant.Key, Key = key, NodeKey = node, Status = NodeScanStatus.Success, ScanOptions = "{}", PreviousKey = previous, CreatedAt = DateTimeOffset.UtcNow.AddDays(-daysAgo), UpdatedAt = default });
                db.Add(new Change { TenantKey = tenant.Key, Key = key, NodeKey = node, ScanKey = key, PreviousScanKey = 0, EnvironmentKey = environment, Kind = ChangeKind.Added, Section = "files", Name = "a", Path = "a", CreatedAt = default });
            }
            return await db.SaveChangesAsync();
        });

        await Run(place, new RetentionOptions { SnapshotDays = 30 });

        (await place.InDb(db => db.Of<NodeScan>(tenant).Select(s => s.Key).Order().ToListAsync())).ShouldBe([2, 3, 5]);
        (await place.InDb(db => db.Of<Change>(tenant).Select(c => c.ScanKey).Order().ToListAsync())).ShouldBe([2, 3, 5]);
    }

    private static Task<int> Tell(Place place, TenantId tenant, int count, TimeSpan ago) => place.InScope(async s =>
    {
        var db = s.GetRequiredService<MerlonDb>();
        var keys = s.GetRequiredService<Keys>();
        for (var i = 0; i < count; i++)
        {
            db.Add(new Event { TenantKey = tenant.Key, Key = await keys.Next<Event>(CancellationToken.None), Type = "Told", Actor = "x", Variables = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, CreatedAt = DateTimeOffset.UtcNow - ago });
            db.Add(new AuditEntry { TenantKey = tenant.Key, Key = await keys.Next<AuditEntry>(CancellationToken.None), At = DateTimeOffset.UtcNow - ago, Actor = "x", Action = "Told", Resource = "r", ResourceId = "1", Outcome = "done" });
        }
        return await db.SaveChangesAsync();
    });

    private static Task<int> Run(Place place, RetentionOptions options) => place.InScope(async s =>
    {
        await new RetentionWork(s.GetServices<IRetained>(), s.GetRequiredService<Core.Organizations.Tenants>(), options, TimeProvider.System, NullLogger<RetentionWork>.Instance).Run(CancellationToken.None);
        return 0;
    });
}
