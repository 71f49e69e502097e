using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Jobs.Running;

/// <summary>The worker in a process: its lanes, and the reconciler that keeps them supplied. Stopping parks what runs.</summary>
internal sealed partial class JobWorker(JobLanes lanes, JobReconciler reconciler, JobSignals signals, JobOptions options, TimeProvider time, ILogger<JobWorker> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Off this thread, so that whatever else starts need not wait for it.
        await Task.Run(() => lanes.Start(cancellationToken), cancellationToken);
        signals.Due += Hint;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        signals.Due -= Hint;
        await base.StopAsync(cancellationToken);
        await lanes.Stop(cancellationToken).WaitAsync(options.Stop, CancellationToken.None).ContinueWith(LogStop, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Reconcile, time);
        do
        {
            try
            {
                await reconciler.Pass(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Hint(Job job) => _ = Start(job);

    private async Task Start(Job job)
    {
        try
        {
            await lanes.Ensure(job, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Only a hint: the next pass finds the row.
            Failed(exception);
        }
    }

    private void LogStop(Task stopping)
    {
        if (!stopping.IsCompletedSuccessfully) Abandoned(stopping.Exception);
    }

    [LoggerMessage(2105, LogLevel.Warning, "Jobs and triggers could not be reconciled; the next pass tries again")]
    private partial void Failed(Exception exception);

    [LoggerMessage(2106, LogLevel.Warning, "Not every run could be parked in time; what was left is taken up as after a crash")]
    private partial void Abandoned(Exception? exception);
}
