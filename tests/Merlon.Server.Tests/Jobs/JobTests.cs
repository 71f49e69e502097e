using System.Diagnostics.Metrics;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Jobs;

/// <summary>Jobs from queue to end, on both engines.</summary>
public abstract class JobTests(RunningServer engine)
{
    public sealed class OnSqlite(SqliteServer server) : JobTests(server);

    public sealed class OnPostgres(PostgresServer server) : JobTests(server);

    [Fact]
    public async Task Job_ThatSucceeds_IsCompletedWithProgressAndLog()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", async (run, _) =>
        {
            await run.Progress(50, "half");
            run.Log("one");
            run.Log("two");
            return JobEnd.Done;
        }));

        var job = await host.Until(await host.Queue("test"), JobStatus.Completed);

        job.Percent.ShouldBe(100);
        job.ProgressText.ShouldBe("half");
        job.Attempts.ShouldBe(1);
        job.ActivatedAt.ShouldNotBeNull();
        job.CompletedAt.ShouldNotBeNull();
        job.Owner.ShouldBeNull();
        (await host.With(jobs => jobs.Log(job, Caller.System(host.Tenant), CancellationToken.None))).Select(l => (l.Sequence, l.Text)).ShouldBe([(1, "one"), (2, "two")]);
    }

    [Fact]
    public async Task Job_WithoutAHint_IsFoundByTheReconciler()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));
        await host.Until(await host.Queue("test", wake: false), JobStatus.Completed);
    }

    [Fact]
    public async Task Job_OfAnUncommittedUnitOfWork_DoesNotExist()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));
        var job = await host.With(jobs => jobs.Queue(new JobDraft("test", JobSource.Tenant), Caller.System(host.Tenant), CancellationToken.None));
        (await host.With(jobs => jobs.Find(job.Key, Caller.System(host.Tenant), CancellationToken.None))).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Job_ThatBreaksEveryTime_FailsAfterItsAttemptsWithTheMessage()
    {
        var handler = new Doing("test", (_, _) => throw new InvalidOperationException("the disk is full"));
        await using var host = await JobHost.Start(engine, handler);

        var job = await host.Until(await host.Queue("test"), JobStatus.Failed);

        job.Error.ShouldBe("the disk is full");
        job.Attempts.ShouldBe(3);
        handler.Runs.ShouldBe(3);
    }

    [Fact]
    public async Task Job_ThatCannotBeDone_FailsAtOnce()
    {
        var handler = new Doing("test", (_, _) => Task.FromResult<JobEnd>(new JobEnd.Failed("not an archive")));
        await using var host = await JobHost.Start(engine, handler);
        (await host.Until(await host.Queue("test"), JobStatus.Failed)).Error.ShouldBe("not an archive");
        handler.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Cancel_OfARunningJob_InterruptsIt()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", async (_, ct) => { await Task.Delay(Timeout.Infinite, ct); return JobEnd.Done; }));
        var job = await host.Until(await host.Queue("test"), JobStatus.Active);

        (await host.With(jobs => jobs.Cancel(job.Key, Caller.System(host.Tenant), CancellationToken.None))).Value.CancelRequested.ShouldBeTrue();

        (await host.Until(job, j => j.Status.IsFinal())).Status.ShouldBe(JobStatus.Canceled);
    }

    [Fact]
    public async Task Cancel_BetweenTheWorkAndItsResult_KeepsNothing_AndEndsTheJob()
    {
        Scan? kept = null;
        var status = ScanStatus.Completed;
        await using var host = await JobHost.Start(engine);
        var handler = new Doing("test", async (run, _) =>
        {
            await using var scope = host.Services.CreateAsyncScope();
            var publisher = scope.ServiceProvider.GetRequiredService<ScanPublisher>();
            var application = (await scope.ServiceProvider.GetRequiredService<Core.Applications.Applications>().Create(new Core.Applications.ApplicationDraft("shop"), run.System, CancellationToken.None)).Value;
            var scan = (await scope.ServiceProvider.GetRequiredService<Scans>().Start(application, new ScanDraft { JobKey = run.Job.Key }, run.System, CancellationToken.None)).Value;
            await host.With(jobs => jobs.Cancel(run.Job.Key, run.System, CancellationToken.None));
            kept = await publisher.Publish(application, scan, run, CancellationToken.None);
            status = await scope.ServiceProvider.GetRequiredService<MerlonDb>().Of<Scan>(run.Tenant).AsNoTracking().Select(s => s.Status).SingleAsync(CancellationToken.None);
            return new JobEnd.TryAgain("Canceled.");
        });
        await using var worker = await JobHost.Start(host.Storage, handler);

        var job = await worker.Until(await worker.Queue("test"), j => j.Status.IsFinal());

        (job.Status, kept, status).ShouldBe((JobStatus.Canceled, null, ScanStatus.Running));
        (await worker.InScope(s => s.GetRequiredService<MerlonDb>().Of<Core.Events.Event>(worker.Tenant).Where(e => e.Type == "Job Updated").ToListAsync()))
            .ShouldHaveSingleItem().Variables["status"].ShouldBe("Canceled");
    }

    [Fact]
    public async Task Cancel_ByAnotherProcess_InterruptsIt()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", async (_, ct) => { await Task.Delay(Timeout.Infinite, ct); return JobEnd.Done; }));
        await using var other = await JobHost.Start(host.Storage);
        var job = await host.Until(await host.Queue("test"), JobStatus.Active);

        await other.With(jobs => jobs.Cancel(job.Key, Caller.System(host.Tenant), CancellationToken.None));

        (await host.Until(job, j => j.Status.IsFinal())).Status.ShouldBe(JobStatus.Canceled);
    }

    [Fact]
    public async Task Cancel_OfAQueuedJob_EndsItUnrun()
    {
        var handler = new Doing("test", (_, _) => Task.FromResult(JobEnd.Done));
        await using var host = await JobHost.Start(engine, handler);
        var job = await host.Queue(new JobDraft("test", JobSource.Tenant) { NotBefore = DateTimeOffset.UtcNow.AddHours(1), Tasks = [new("only")] });

        var canceled = (await host.With(jobs => jobs.Cancel(job.Key, Caller.System(host.Tenant), CancellationToken.None))).Value;

        canceled.Status.ShouldBe(JobStatus.Canceled);
        handler.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task Retry_OfAFailedJob_RunsItAgain()
    {
        var broken = true;
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(broken ? new JobEnd.Failed("no") : JobEnd.Done)));
        var job = await host.Until(await host.Queue("test"), JobStatus.Failed);

        broken = false;
        (await host.With(jobs => jobs.Retry(job.Key, Caller.System(host.Tenant), CancellationToken.None))).Refusal.ShouldBeNull();

        (await host.Until(job, JobStatus.Completed)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Stop_WhileAJobRuns_ParksItForTheNextWorker()
    {
        var stopped = await JobHost.Start(engine, new Doing("test", async (_, ct) => { await Task.Delay(Timeout.Infinite, ct); return JobEnd.Done; }));
        var job = await stopped.Until(await stopped.Queue("test"), JobStatus.Active);
        await stopped.DisposeAsync();

        await using var next = await JobHost.Start(stopped.Storage, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));

        (await next.Until(job, JobStatus.Completed)).Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, JobStatus.Completed)]
    [InlineData(3, JobStatus.Failed)]
    public async Task Job_OfAWorkerLongSilent_IsTakenUpWhileAttemptsAreLeft(int attempts, JobStatus expected)
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));
        var job = await host.Queue(new JobDraft("test", JobSource.Tenant) { NotBefore = DateTimeOffset.UtcNow.AddHours(1) });

        await host.Abandon(job, "elsewhere/1-boot/77/1234", attempts, DateTimeOffset.UtcNow.AddMinutes(-5));

        (await host.Until(job, j => j.Status.IsFinal())).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Job_OfAWorkerElsewhereThatLives_IsLeftAlone()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));
        var job = await host.Queue(new JobDraft("test", JobSource.Tenant) { NotBefore = DateTimeOffset.UtcNow.AddHours(1) });
        await host.Abandon(job, "elsewhere/1-boot/77/1234", 1, DateTimeOffset.UtcNow);

        // Long enough for several passes: a second job goes through in the meantime.
        await host.Until(await host.Queue("test", wake: false), JobStatus.Completed);

        (await host.Read(job)).Status.ShouldBe(JobStatus.Active);
    }

    [Fact]
    public async Task Hold_AfterAnotherWorkerTookTheJob_IsFalse()
    {
        var taken = new TaskCompletionSource();
        bool? held = null;
        JobHost host = null!;
        await using var started = host = await JobHost.Start(engine, new Doing("test", async (run, _) =>
        {
            await host.InScope(s => s.GetRequiredService<MerlonDb>().OfAllTenants<Job>().ExecuteUpdateAsync(set => set.SetProperty(j => j.Claim, j => j.Claim + 1)));
            held = await host.InScope(s => run.Hold(s.GetRequiredService<MerlonDb>(), CancellationToken.None));
            taken.SetResult();
            return JobEnd.Done;
        }));
        var job = await host.Queue("test");
        await taken.Task;

        held.ShouldBe(false);
        (await host.Read(job)).Status.ShouldBe(JobStatus.Active);
    }

    [Fact]
    public async Task Job_ThatWaits_IsRunAgainWhenResumed()
    {
        var delivered = false;
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(delivered ? JobEnd.Done : new JobEnd.Wait(TimeSpan.FromHours(1)))));
        var job = await host.Until(await host.Queue("test"), JobStatus.Waiting);

        delivered = true;
        await host.With(async jobs => { await jobs.Resume(job, CancellationToken.None); return 0; });

        (await host.Until(job, JobStatus.Completed)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task List_WithAFilter_PagesByKeyNewestFirst()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)), new Doing("other", (_, _) => Task.FromResult(JobEnd.Done)));
        var keys = new List<long>();
        for (var i = 0; i < 5; i++) keys.Add((await host.Until(await host.Queue("test"), JobStatus.Completed)).Key);
        await host.Queue("other");
        var filter = new JobFilter { Kind = "test", Statuses = [JobStatus.Completed], Take = 3 };

        var first = await host.With(jobs => jobs.List(filter, Caller.System(host.Tenant), CancellationToken.None));
        var second = await host.With(jobs => jobs.List(filter with { Before = first[^1].Key }, Caller.System(host.Tenant), CancellationToken.None));

        first.Concat(second).Select(j => j.Key).ShouldBe(keys.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task Log_LongerThanItsBound_EndsWithALineThatSaysSo()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (run, _) =>
        {
            for (var i = 0; i < 3 * JobLogLine.MaxLines; i++) run.Log(new string('x', 2 * JobLogLine.MaxLength));
            return Task.FromResult(JobEnd.Done);
        }));
        var job = await host.Until(await host.Queue("test"), JobStatus.Completed);

        var log = await host.With(jobs => jobs.Log(job, Caller.System(host.Tenant), CancellationToken.None));

        log.Count.ShouldBe(JobLogLine.MaxLines);
        log[0].Text.Length.ShouldBe(JobLogLine.MaxLength);
        log[^1].Text.ShouldBe("The log is full; what follows is not kept.");
    }

    [Fact]
    public async Task Tasks_OfAJobThatEnds_EndWithIt()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult<JobEnd>(new JobEnd.Failed("no"))));
        var job = await host.Until(await host.Queue(new JobDraft("test", JobSource.Node, 7) { NodeKey = 7, Tasks = [new("first", 7), new("second")] }), JobStatus.Failed);

        (await host.With(jobs => jobs.Tasks(job, Caller.System(host.Tenant), CancellationToken.None)))
            .Select(t => (t.Sequence, t.Label, t.Status, t.NodeKey)).ShouldBe([(1, "first", JobTaskStatus.Failure, 7L), (2, "second", JobTaskStatus.Failure, (long?)null)]);
    }

    [Fact]
    public async Task Metrics_TellTheAgeOfTheOldestDueJobAndWhatRuns()
    {
        var go = new TaskCompletionSource();
        await using var host = await JobHost.Start(engine, new Doing("test", async (_, ct) => { await go.Task.WaitAsync(ct); return JobEnd.Done; }));
        var running = await host.Until(await host.Queue("test"), JobStatus.Active);
        // Of a kind that nobody here knows: it stays due.
        await host.InScope(async s =>
        {
            var db = s.GetRequiredService<MerlonDb>();
            db.Add(new Job { TenantKey = host.Tenant.Key, Key = 99, Kind = "of-a-newer-version", Lane = JobLane.Light, SourceType = JobSource.Tenant, Status = JobStatus.New, MaxAttempts = 3, RequestedBy = "x", QueuedAt = DateTimeOffset.UtcNow, DueAt = DateTimeOffset.UtcNow.AddHours(-1), Payload = "{}" });
            return await db.SaveChangesAsync();
        });
        var metrics = host.Services.GetRequiredService<Core.Jobs.Running.JobMetrics>();
        var measured = new System.Collections.Concurrent.ConcurrentDictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) => { if (ReferenceEquals(instrument.Meter, metrics.Meter)) l.EnableMeasurementEvents(instrument); };
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => measured[i.Name] = value);
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => measured[$"{i.Name} {tags[0].Value}"] = value);
        listener.Start();

        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (measured.GetValueOrDefault("merlon.jobs.oldest_due_age") < 3600 && DateTime.UtcNow < deadline)
        {
            listener.RecordObservableInstruments();
            await Task.Delay(20);
        }

        measured["merlon.jobs.oldest_due_age"].ShouldBeInRange(3600, 3900);
        measured["merlon.jobs.running light"].ShouldBe(1);
        measured["merlon.jobs.running network"].ShouldBe(0);
        go.SetResult();
        await host.Until(running, JobStatus.Completed);
    }
}
