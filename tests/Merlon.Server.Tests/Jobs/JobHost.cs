using Merlon.Core.Hosting;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Tests.Jobs;

/// <summary>A process's worth of workers on a database of its own, without a web server. Several on one database stand for several machines.</summary>
sealed class JobHost : IAsyncDisposable
{
    private readonly IHost _host;

    private JobHost(IHost host, StorageOptions storage) => (_host, Storage) = (host, storage);

    public StorageOptions Storage { get; }

    public IServiceProvider Services => _host.Services;

    public TenantId Tenant { get; private set; }

    /// <summary>Workers on an empty database.</summary>
    public static async Task<JobHost> Start(RunningServer engine, params IJobHandler[] handlers) =>
        await Start(await engine.NewStorage(Directory.CreateTempSubdirectory("merlon-jobs-").FullName), handlers);

    /// <summary>Workers on a database that may be another host's.</summary>
    public static Task<JobHost> Start(StorageOptions storage, params IJobHandler[] handlers) => Start(storage, working: true, handlers);

    /// <summary>A process that knows kinds of jobs and queues them, but runs none.</summary>
    public static Task<JobHost> StartIdle(StorageOptions storage, params IJobHandler[] handlers) => Start(storage, working: false, handlers);

    private static async Task<JobHost> Start(StorageOptions storage, bool working, IJobHandler[] handlers)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddMerlonCore(storage);
        if (working) builder.Services.AddJobWorker(new JobOptions { Reconcile = TimeSpan.FromMilliseconds(200), Pulse = TimeSpan.FromMilliseconds(50), Backoff = TimeSpan.FromMilliseconds(50), DeadAfter = TimeSpan.FromMinutes(4) });
        foreach (var handler in handlers) builder.Services.AddSingleton(handler);
        var host = new JobHost(builder.Build(), storage);
        await host.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        host.Tenant = await host.InScope(async s => await s.GetRequiredService<Tenants>().All(CancellationToken.None) is [var first, ..] ? first : await s.GetRequiredService<Tenants>().Create("Test", CancellationToken.None));
        await host._host.StartAsync();
        return host;
    }

    /// <summary>Queues a job as the system and commits it.</summary>
    public Task<Job> Queue(JobDraft draft, bool wake = true) => InScope(async s =>
    {
        var jobs = s.GetRequiredService<Core.Jobs.Jobs>();
        var job = await jobs.Queue(draft, Caller.System(Tenant), CancellationToken.None);
        await s.GetRequiredService<MerlonDb>().SaveChangesAsync();
        if (wake) jobs.Wake(job);
        return job;
    });

    /// <summary>Queues a job of a kind.</summary>
    public Task<Job> Queue(string kind, bool wake = true) => Queue(new JobDraft(kind, JobSource.Tenant), wake);

    public Task<Job> Read(Job job) => With(async jobs => (await jobs.Find(job.Key, Caller.System(Tenant), CancellationToken.None)).Value);

    public Task<T> With<T>(Func<Core.Jobs.Jobs, Task<T>> act) => InScope(s => act(s.GetRequiredService<Core.Jobs.Jobs>()));

    /// <summary>The job once it satisfies the condition.</summary>
    public async Task<Job> Until(Job job, Func<Job, bool> condition)
    {
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (true)
        {
            var now = await Read(job);
            if (condition(now)) return now;
            if (DateTime.UtcNow > deadline) throw new TimeoutException($"Job {job.Key} stays {now.Status}: {now.Error}");
            await Task.Delay(20);
        }
    }

    public Task<Job> Until(Job job, JobStatus status) => Until(job, j => j.Status == status);

    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>A graceful stop.</summary>
    public Task Stop() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
        else _host.Dispose();
    }
}

/// <summary>A kind of job made of a function.</summary>
sealed class Doing(string kind, Func<JobRun, CancellationToken, Task<JobEnd>> run, JobLane lane = JobLane.Light) : IJobHandler
{
    private int _runs;

    public string Kind => kind;

    public JobLane Lane => lane;

    /// <summary>How often it was begun.</summary>
    public int Runs => _runs;

    public Task<JobEnd> Run(JobRun job, CancellationToken ct)
    {
        Interlocked.Increment(ref _runs);
        return run(job, ct);
    }
}

/// <summary>What only tests do to jobs.</summary>
static class JobTampering
{
    /// <summary>Leaves a job as a worker leaves it that dies in the middle.</summary>
    public static Task<int> Abandon(this JobHost host, Job job, string owner, int attempts, DateTimeOffset lastSeen) => host.InScope(s => s.GetRequiredService<MerlonDb>()
        .OfAllTenants<Job>().Where(j => j.Key == job.Key)
        .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, JobStatus.Active).SetProperty(j => j.Owner, owner).SetProperty(j => j.Attempts, attempts).SetProperty(j => j.HeartbeatAt, lastSeen).SetProperty(j => j.Claim, 1)));
}
