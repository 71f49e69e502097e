using Merlon.Core.Jobs.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Merlon.Core.Jobs;

/// <summary>Puts jobs into a container.</summary>
public static class JobServices
{
    /// <summary>Queueing and reading jobs: what every process needs.</summary>
    internal static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobKinds>().AddSingleton<JobSignals>()
        .AddScoped<Jobs>().AddScoped<JobTasks>();

    /// <summary>Running them: a process that calls this is a worker once its host starts. The schema must be there by then.</summary>
    public static IServiceCollection AddJobWorker(this IServiceCollection services, JobOptions? options = null)
    {
        services.AddMetrics();
        services.TryAddSingleton(options ?? new JobOptions());
        return services
            .AddScoped<RecurringRuns>().AddSingleton<JobMetrics>().AddSingleton<JobClaims>().AddSingleton<JobRunner>().AddSingleton<JobLanes>().AddSingleton<JobReconciler>()
            .AddHostedService<JobWorker>();
    }
}
