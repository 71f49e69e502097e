using Merlon.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Merlon.Core.Retention;

/// <summary>Puts retention into a container.</summary>
internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.TryAddSingleton(new RetentionOptions());
        return services.AddScoped<IRetained, OldEvents>().AddScoped<IRetained, OldAudit>().AddScoped<IRetained, OldJobs>().AddScoped<IRetained, OldScans>().AddScoped<IRetained, OldSnapshots>().AddScoped<IRecurringWork, RetentionWork>();
    }
}
