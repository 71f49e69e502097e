using Merlon.Core.Environments;
using Merlon.Core.Events;
using Merlon.Core.Jobs;
using Merlon.Core.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Merlon.Core.Nodes;

/// <summary>Puts environments, nodes and their scans into a container.</summary>
internal static class MachineServices
{
    public static IServiceCollection AddMachines(this IServiceCollection services)
    {
        services.TryAddSingleton(new ThisMachine(Everybody: false));
        return services
            .AddScoped<EnvironmentMembers>().AddScoped<Environments.Environments>().AddScoped<EnvironmentReports>()
            .AddScoped<NodeChanges>().AddScoped<NodeRegister>()
            .AddScoped<EventLog>().AddScoped<SnapshotViews>().AddScoped<NodeSearch>()
            .AddScoped<NodeScans>().AddScoped<SnapshotFiles>().AddScoped<ChangeRows>().AddScoped<PackageRows>().AddScoped<NodeScanEnd>()
            .AddScoped<IJobHandler, NodeScanJob>().AddScoped<IRecurringWork, NodeScanSweeper>();
    }
}
