using System.Collections.Immutable;

namespace Merlon.Core.Identity;

/// <summary>A role that every tenant has, as one of the documents names it. Its scopes live in code, so that an upgrade brings new ones.</summary>
/// <param name="Id">The document's fixed id where it gives one, else one of ours.</param>
/// <param name="Name">The name in its document.</param>
/// <param name="Api">Whose document names it.</param>
public sealed record BuiltInRole(Guid Id, string Name, ApiName Api, string Description, ImmutableHashSet<Scope> Scopes)
{
    /// <summary>Other names the document accepts for it.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>True when a token may be given this role alone.</summary>
    public bool ForTokens { get; init; }
}

/// <summary>The five wire APIs.</summary>
[Flags]
public enum ApiName
{
    None = 0,
    Qwiet = 1,
    CodeInsight = 2,
    ApiSecurity = 4,
    Guardian = 8,
    Iq = 16,

    /// <summary>Every API, and Merlon's own pages.</summary>
    All = 31,
}
