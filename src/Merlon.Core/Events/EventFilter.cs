using System.Collections.Immutable;

namespace Merlon.Core.Events;

/// <summary>Which events to list. What is null or empty does not filter; values of one kind are alternatives.</summary>
public sealed record EventFilter
{
    /// <summary>The exact name of the type.</summary>
    public string? Type { get; init; }

    /// <summary>Names or numbers of environments.</summary>
    public ImmutableArray<string> Environments { get; init; } = [];

    /// <summary>Values that a variable may have, by its name; compared in any case.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Variables { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>Only events with a greater key.</summary>
    public long? After { get; init; }

    /// <summary>Whether the variables are as asked.</summary>
    internal bool Fits(Event told) => Variables.All(wanted =>
        told.Variables.TryGetValue(wanted.Key, out var value) && wanted.Value.Contains(value, StringComparer.OrdinalIgnoreCase));
}
