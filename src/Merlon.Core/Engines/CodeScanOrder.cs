using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Trees;

namespace Merlon.Core.Engines;

/// <summary>An order to make a tree, if there is none yet, and to look at it. Vulnerabilities are the server's to match: the child has no database.</summary>
/// <param name="Folder">The tree: an existing folder, or where <see cref="Archives"/> or <see cref="Address"/> go, which must not exist yet.</param>
public sealed record CodeScanOrder(string Folder)
{
    /// <summary>The kind of these orders.</summary>
    public const string Kind = "code-scan";

    /// <summary>Archives to expand, each laid over those before it.</summary>
    public ImmutableArray<ArchiveOrder> Archives { get; init; } = [];

    /// <summary>A git repository to clone.</summary>
    public string? Address { get; init; }
    public GitOptions Git { get; init; } = new();

    /// <summary>What to look for; null makes the tree only.</summary>
    public CodeScanOptions? Options { get; init; } = new();

    /// <summary>A folder with rules of the user's own, or null.</summary>
    public string? Rules { get; init; }

    /// <summary>A file of search terms, or null.</summary>
    public string? SearchTerms { get; init; }

    /// <summary>The folder of the reference library to look for copies from, or null.</summary>
    public string? Library { get; init; }

    /// <summary>How secrets are looked for; its keys go to the child over a pipe and nowhere else.</summary>
    public SecretSettings Secrets { get; init; } = new();
}

/// <summary>An archive on this machine's disk and how it becomes a tree.</summary>
public sealed record ArchiveOrder(string File, ExpansionOptions Expansion);

/// <summary>What came of making the tree; told before the first result.</summary>
/// <param name="RefusedCode">Null when the tree stands; else the stable word of <see cref="ExpansionResult.Refused"/>, and nothing was scanned.</param>
/// <param name="RefusedWhy">One sentence for the person who sent it.</param>
public sealed record ScannedTreeFacts(string? RefusedCode, string? RefusedWhy, long Files, long Bytes, ImmutableArray<ScanNote> Notes, string? Commit);
