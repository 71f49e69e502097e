using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Merlon.Analysis;
using Merlon.Analysis.Secrets;
using Merlon.Core.Codebases;
using Merlon.Core.Findings.Secrets;
using Merlon.Core.Storage;

namespace Merlon.Core.Engines;

/// <summary>The code engines in a child process per call, as codebases want them.</summary>
internal sealed class ChildCodeEngine(ScanEngines engines, EngineLimits limits, StorageOptions storage, SecretVault vault) : ICodeEngine
{
    // What may wait between child and database; the pipe holds the child back beyond that.
    private const int Ahead = 256;

    private const string NoFiles = "The archive holds no files.";

    public async Task<string?> WhyNot(CodeArchive archive, string scratch, CancellationToken ct)
    {
        string? refused = null;
        var order = new CodeScanOrder(Path.Combine(scratch, "tree")) { Archives = [new(archive.File, archive.Expansion)], Options = null };
        var end = await engines.ScanCode(order, limits, (_, _) => ValueTask.CompletedTask, tree => refused = tree.RefusedWhy ?? (tree.Files == 0 ? NoFiles : null), ct: ct);
        ct.ThrowIfCancellationRequested();
        return end is EngineEnd.Finished ? refused : end.Message;
    }

    public async IAsyncEnumerable<ScanResult> Scan(
        ImmutableArray<CodeArchive> archives, CodeScanOptions options, SecretSettings secrets, string scratch, IProgress<CodeScanProgress> progress, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var results = Channel.CreateBounded<ScanResult>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var running = Fill(results.Writer, OrderOf(archives, options, scratch) with { Secrets = secrets }, progress, stop.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(ct)) yield return secrets.SealKey is { } key ? vault.TakeOver(result, key) : result;
        }
        finally
        {
            // A reader that stops early, or broke, leaves no child behind.
            await stop.CancelAsync();
            await running;
        }
    }

    /// <summary>Runs the child and closes the channel with what its end means; throws nothing itself.</summary>
    private async Task Fill(ChannelWriter<ScanResult> results, CodeScanOrder order, IProgress<CodeScanProgress> progress, CancellationToken ct)
    {
        try
        {
            string? refused = null;
            var end = await engines.ScanCode(order, limits, results.WriteAsync, tree => refused = tree.RefusedWhy, progress.Report, ct);
            var failed = end is EngineEnd.Finished ? refused : end.Message;
            results.Complete(failed is null ? null : end is EngineEnd.Canceled ? new OperationCanceledException(ct) : new EngineFailedException(failed));
        }
        catch (Exception exception)
        {
            results.TryComplete(exception);
        }
    }

    private CodeScanOrder OrderOf(ImmutableArray<CodeArchive> archives, CodeScanOptions options, string scratch) => new(Path.Combine(scratch, "tree"))
    {
        Archives = [.. archives.Select(a => new ArchiveOrder(a.File, a.Expansion))],
        Options = options,
        Library = storage.LibraryFolder,
        Rules = Directory.Exists(storage.RulesFolder) ? storage.RulesFolder : null,
        SearchTerms = File.Exists(storage.SearchTermsFile) ? storage.SearchTermsFile : null,
    };
}
