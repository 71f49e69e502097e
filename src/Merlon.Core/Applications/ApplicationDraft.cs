using System.Collections.Immutable;

namespace Merlon.Core.Applications;

/// <summary>What a new application is asked to be. What is null is decided by <see cref="Applications"/>.</summary>
public sealed record ApplicationDraft(string Name)
{
    /// <summary>Derived from the name, numbered when taken, if null.</summary>
    public string? PublicId { get; init; }

    /// <summary>The organization's Guid; the sandbox if null.</summary>
    public Guid? Organization { get; init; }

    /// <summary>True: the tenant's root organization, which shows no Guid on some wires.</summary>
    public bool InRoot { get; init; }
    public string? Description { get; init; }
    public string? Contact { get; init; }

    /// <summary>The branch that counts; if null, the first one scanned.</summary>
    public string? DefaultBranch { get; init; }
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Guids of the categories to put on it.</summary>
    public ImmutableArray<Guid> Categories { get; init; } = [];
    public ProjectSettings Project { get; init; } = new();
}
