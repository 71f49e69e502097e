using System.Collections.Immutable;
using Merlon.Analysis;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Trees;

namespace Merlon.Core.Codebases;

/// <summary>The code engines, run away from this process: an archive or a scan that crashes, hangs or eats memory ends with words, and harms nothing else.</summary>
public interface ICodeEngine
{
    /// <summary>Opens the archive to its end in the scratch folder. Null when it expands within the limits, else a sentence that says what to mend.</summary>
    Task<string?> WhyNot(CodeArchive archive, string scratch, CancellationToken ct);

    /// <summary>
    /// Expands the archives in the scratch folder, each laid over those before it, scans the tree and streams what it says.
    /// </summary>
    /// <param name="secrets">Their values come back encrypted for the database.</param>
    /// <exception cref="EngineFailedException">The engine did not come to its end; the message is for people.</exception>
    IAsyncEnumerable<ScanResult> Scan(ImmutableArray<CodeArchive> archives, CodeScanOptions options, SecretSettings secrets, string scratch, IProgress<CodeScanProgress> progress, CancellationToken ct);
}

/// <summary>An archive on this machine's disk and how it becomes a tree.</summary>
public sealed record CodeArchive(string File, ExpansionOptions Expansion);

/// <summary>An engine ended before its work was done.</summary>
public sealed class EngineFailedException(string message) : Exception(message);
