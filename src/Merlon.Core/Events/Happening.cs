using System.Collections.Immutable;

namespace Merlon.Core.Events;

/// <summary>What a domain call did, for the event stream and the audit log alike.</summary>
/// <param name="Type">The event type's name, as <c>Security Scheme Changed</c>.</param>
/// <param name="Resource">The kind of thing it was done to, as <c>security_scheme</c>.</param>
/// <param name="Id">The thing's id as its API shows it.</param>
public sealed record Happening(string Type, string Resource, string Id)
{
    public long? EnvironmentKey { get; init; }
    public long? NodeKey { get; init; }
    public long? ApplicationKey { get; init; }

    /// <summary>What is known about it, by name. Never a secret.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The same with one more variable; null values are left out.</summary>
    public Happening With(string name, string? value) => value is null ? this : this with { Variables = Variables.SetItem(name, value) };
}
