using Merlon.Core.Outcomes;

namespace Merlon.Core.Environments;

/// <summary>What an environment is asked to be; what is null stays as it is.</summary>
public sealed record EnvironmentDraft
{
    public Given<string>? Name { get; init; }
    public Given<string>? ShortDescription { get; init; }
    public Given<string>? Description { get; init; }

    /// <summary>Patterns of node names; see <see cref="NodeNamePatterns"/>.</summary>
    public Given<string>? NodeRules { get; init; }
    public Given<int?>? Weight { get; init; }
}
