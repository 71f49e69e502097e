using Merlon.Core.Jobs;
using Merlon.Packages.Advisories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Merlon.Core.Advisories;

/// <summary>Puts advisories into a container. <see cref="AdvisoryOptions"/> may be registered before; without them nothing is downloaded.</summary>
internal static class AdvisoryServices
{
    public static IServiceCollection AddAdvisories(this IServiceCollection services)
    {
        services.TryAddSingleton(new AdvisoryOptions());
        return services
            .AddScoped<AdvisoryStore>().AddScoped<IAdvisorySource>(provider => provider.GetRequiredService<AdvisoryStore>())
            .AddScoped<OsvImport>().AddScoped<ExploitImport>().AddScoped<AdvisoryImport>()
            .AddScoped<RematchQueue>().AddScoped<Snapshots.NodeRematch>().AddScoped<IJobHandler, RematchJob>().AddScoped<IRecurringWork, AdvisoryDownloads>();
    }
}
