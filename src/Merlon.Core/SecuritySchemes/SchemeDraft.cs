using System.Collections.Immutable;

namespace Merlon.Core.SecuritySchemes;

/// <summary>What a scheme is asked to be; in a change, null leaves a field as it is. The name is given once.</summary>
public sealed record SchemeDraft
{
    public string? Name { get; init; }
    public Provider? Provider { get; init; }
    public string? ClientId { get; init; }

    /// <summary>In clear, on its way to encryption; never logged.</summary>
    public string? ClientSecret { get; init; }
    public string? RedirectUrl { get; init; }
    public ImmutableArray<string>? Scopes { get; init; }

    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => $"SchemeDraft {{ Name = {Name}, Provider = {Provider} }}";
}
