using System.Collections.Immutable;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis;

/// <summary>An engine that answers one kind of question. It implements <see cref="IFileScanner"/>, <see cref="ITreeScanner"/> or both.
/// One instance serves one scan at a time but is called from several threads.</summary>
public interface ICodeScanner
{
    CodeScanKinds Kind { get; }
}

/// <summary>A scanner whose answer about a file needs only that file. Each file is read once for all of them.</summary>
public interface IFileScanner : ICodeScanner
{
    /// <summary>Starts on a file, or returns null when the file is of no interest. Called from any thread.</summary>
    IFileScan? Begin(TreeFile file);
}

/// <summary>The look at one file, on one thread at a time. If it is <see cref="IDisposable"/> it is disposed, also after a failure.</summary>
public interface IFileScan
{
    /// <summary>Called for each window of the content, in order; at least once, also for an empty file.</summary>
    void Read(ContentWindow window);

    /// <summary>Called after the last window.</summary>
    void Finish(FileReport report);
}

/// <summary>A scanner that needs the tree as a whole. It runs after all file scanners and after the tree scanners of lower kinds.</summary>
public interface ITreeScanner : ICodeScanner
{
    /// <summary>The results, in an order that does not depend on <see cref="CodeScanOptions.Jobs"/>.</summary>
    IAsyncEnumerable<ScanResult> Scan(TreeScanContext context, CancellationToken ct);
}

/// <summary>What a tree scanner may look at.</summary>
public sealed class TreeScanContext
{
    public required ScannedTree Tree { get; init; }
    public required CodeScanOptions Options { get; init; }

    /// <summary>What the package scanner found, for the scanners after it.</summary>
    public ImmutableArray<FoundPackage> Packages { get; init; } = [];

    /// <summary>Takes a step of progress; cheap enough to be called per file.</summary>
    public required IProgress<CodeScanProgress> Progress { get; init; }
}

/// <summary>How far a scan is.</summary>
/// <param name="Stage">What runs: <c>walk</c>, <c>files</c>, then the kinds by name.</param>
/// <param name="Done">Of <paramref name="Total"/>, in files or the stage's own steps; a total of 0 is not known yet.</param>
/// <param name="Path">What was finished last.</param>
public sealed record CodeScanProgress(string Stage, long Done, long Total, string? Path = null);
