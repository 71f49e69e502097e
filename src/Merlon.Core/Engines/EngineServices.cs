using Merlon.Core.Codebases;
using Merlon.Core.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Merlon.Core.Engines;

/// <summary>Puts the engines into a container.</summary>
internal static class EngineServices
{
    public static IServiceCollection AddEngines(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => EngineCommand.Own());
        services.TryAddSingleton(new EngineLimits());
        return services.AddSingleton<EngineProcess>().AddSingleton<ScanEngines>().AddSingleton<ICodeEngine, ChildCodeEngine>().AddSingleton<INodeCollector, ChildNodeCollector>();
    }
}
