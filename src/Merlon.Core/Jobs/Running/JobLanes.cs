using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Merlon.Core.Jobs.Running;

/// <summary>
/// One Quartz scheduler per lane. On PostgreSQL its clustered store spreads the triggers over all workers; on SQLite, which is one
/// machine, triggers live in memory: everything that must survive is in the rows, and the reconciler makes the triggers again.
/// </summary>
internal sealed class JobLanes(JobRunner runner, IServiceScopeFactory scopes, StorageOptions storage, JobOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<JobLane, (IScheduler Scheduler, IAsyncDisposable Owner)> _lanes = [];

    /// <summary>Starts the schedulers and gives each its recurring work.</summary>
    public async Task Start(CancellationToken ct)
    {
        foreach (var lane in Enum.GetValues<JobLane>())
        {
            var factory = QuartzSchedulerBuilder.Create(quartz => Configure(quartz, lane)).Build();
            var scheduler = await factory.GetScheduler(ct);
            _lanes[lane] = (scheduler, factory);
            await scheduler.AddJob(JobBuilder.Create<RunJob>().WithIdentity(RunJob.Key).StoreDurably().RequestRecovery().Build(), new AddJobOptions { Replace = true }, ct);
            await RecurringJob.Schedule(scheduler, scopes, lane, forgetful: storage.Database is null, ct);
            await scheduler.Start(ct);
        }
    }

    /// <summary>Makes sure that the job has a trigger; does nothing when it has one.</summary>
    public async Task Ensure(Job job, CancellationToken ct)
    {
        var trigger = TriggerBuilder.Create()
            .WithIdentity(job.Key.ToString(), job.TenantKey.ToString())
            .ForJob(RunJob.Key)
            .UsingJobData(RunJob.Tenant, job.TenantKey.ToString())
            .UsingJobData(RunJob.Number, job.Key.ToString())
            .StartAt(job.DueAt < time.GetUtcNow() ? time.GetUtcNow() : job.DueAt)
            .Build();
        await _lanes[job.Lane].Scheduler.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier, ct);
    }

    /// <summary>Interrupts what runs and waits for it to be parked.</summary>
    public async Task Stop(CancellationToken ct)
    {
        foreach (var (scheduler, _) in _lanes.Values) await scheduler.Standby(ct);
        await Task.WhenAll(_lanes.Values.Select(lane => lane.Scheduler.Shutdown(true, ct).AsTask()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, owner) in _lanes.Values) await owner.DisposeAsync();
        _lanes.Clear();
    }

    private void Configure(IQuartzBuilder quartz, JobLane lane)
    {
        quartz.Services.AddSingleton(runner).AddSingleton(scopes);
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = $"merlon-{lane.ToString().ToLowerInvariant()}";
            scheduler.GenerateInstanceId = true;
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseDefaultThreadPool(options.Of(lane));
        if (storage.Database is null) quartz.UseInMemoryStore();
        else quartz.UsePersistentStore(store => Persist(store, storage.Database));
    }

    private static void Persist(IPersistentStoreBuilder store, string database)
    {
        store.UsePostgres(NpgsqlFactory.Instance, ConnectionText.Normalize(database));
        store.ProvisionSchema();
        store.UseClustering();
        store.UseSystemTextJsonSerializer();
        store.ConfigureStore(options => (options.StoreJobDataAsStrings, options.UseBackgroundThreads) = (true, true));
    }
}
