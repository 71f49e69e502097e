using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Merlon.Core.Jobs.Running;

/// <summary>What the cron triggers of recurring work fire. One run at a time; on a cluster, one worker a time.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RecurringJob(IServiceScopeFactory scopes, ILogger<RecurringJob> log) : IJob
{
    private const string Group = "recurring";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var name = context.JobDetail.Key.Name;
        if (scope.ServiceProvider.GetServices<IRecurringWork>().SingleOrDefault(w => w.Name == name) is not { } work) return;
        try
        {
            await work.Run(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<RecurringRuns>().Note(name, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next time of the clock goes on with it.
        }
        catch (Exception exception)
        {
            Broke(exception, name);
        }
    }

    /// <summary>Gives a lane's scheduler the work registered for it, with the times as they are now configured.</summary>
    /// <param name="forgetful">Whether the scheduler forgets its triggers when it ends, so that it cannot know by itself what it missed.</param>
    public static async Task Schedule(IScheduler scheduler, IServiceScopeFactory scopes, JobLane lane, bool forgetful, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IRecurringWork>().Where(w => w.Lane == lane))
        {
            var key = new JobKey(work.Name, Group);
            if (work.Cron is not { } cron)
            {
                await scheduler.DeleteJob(key, ct);
                continue;
            }
            var job = JobBuilder.Create<RecurringJob>().WithIdentity(key).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(work.Name, Group).WithCronSchedule(cron, times => times.InTimeZone(TimeZoneInfo.Utc)).Build();
            await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, ct);
            if (forgetful && await scope.ServiceProvider.GetRequiredService<RecurringRuns>().Missed(work.Name, cron, ct))
                await scheduler.ScheduleTrigger(TriggerBuilder.Create().WithIdentity($"{work.Name}-missed", Group).ForJob(key).StartNow().Build(), TriggerConflict.KeepEarlier, ct);
        }
    }

    [LoggerMessage(2104, LogLevel.Error, "Recurring work {Name} broke")]
    private partial void Broke(Exception exception, string name);
}
