using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Core.Jobs;

/// <summary>Which kinds of job this process knows, and their lanes. Read once, when first asked: handlers may themselves queue jobs.</summary>
public sealed class JobKinds(IServiceScopeFactory scopes)
{
    private readonly Lazy<FrozenDictionary<string, JobLane>> _lanes = new(() =>
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IJobHandler>().ToFrozenDictionary(handler => handler.Kind, handler => handler.Lane);
    });

    /// <summary>The kinds that this process can run.</summary>
    public IReadOnlyCollection<string> Known => _lanes.Value.Keys;

    /// <summary>The lane of a kind; asking for an unknown one is a bug.</summary>
    public JobLane LaneOf(string kind) => _lanes.Value.TryGetValue(kind, out var lane)
        ? lane
        : throw new InvalidOperationException($"No handler is registered for jobs of kind '{kind}'.");
}
