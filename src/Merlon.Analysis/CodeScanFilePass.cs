using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis;

/// <summary>Reads each file once for all file scanners, several files side by side, and hands the results on in path order. How far the
/// readers may run ahead of the slowest file is bounded, and so is the memory.</summary>
sealed class FilePass(ScannedTree tree, IEnumerable<IFileScanner> scanners, CodeScanOptions options, IProgress<CodeScanProgress>? progress)
{
    const int AheadPerJob = 64;

    readonly ImmutableArray<IFileScanner> scanners = [.. scanners];
    readonly ContentReader reader = new(options.Limits.WindowBytes, options.Limits.WindowMargin);
    readonly int jobs = Math.Max(1, options.Jobs);
    long done;

    public async IAsyncEnumerable<ScanResult> Run([EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var slots = new SemaphoreSlim(jobs);
        var ahead = new Queue<Task<List<ScanResult>>>();
        try
        {
            foreach (var file in tree.Files)
            {
                if (ahead.Count >= jobs * AheadPerJob)
                    foreach (var result in await ahead.Dequeue()) yield return result;
                await slots.WaitAsync(ct);
                ahead.Enqueue(Task.Run(() => ScanInSlot(file, slots, stop.Token), ct));
            }
            while (ahead.TryDequeue(out var next))
                foreach (var result in await next) yield return result;
        }
        finally
        {
            // A caller that stops listening leaves no reader behind.
            await stop.CancelAsync();
            await Task.WhenAll(ahead.Select(t => t.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)));
        }
    }

    List<ScanResult> ScanInSlot(TreeFile file, SemaphoreSlim slots, CancellationToken ct)
    {
        try
        {
            return Scan(file, ct);
        }
        finally
        {
            slots.Release();
            progress?.Report(new("files", Interlocked.Increment(ref done), tree.Files.Length, file.Path));
        }
    }

    List<ScanResult> Scan(TreeFile file, CancellationToken ct)
    {
        var scans = scanners.Select(s => s.Begin(file)).OfType<IFileScan>().ToList();
        try
        {
            var read = reader.Read(tree, file, window => { foreach (var scan in scans) scan.Read(window); }, ct);
            var report = new FileReport(file, read.Digests, options.Limits.ResultsPerFile);
            foreach (var scan in scans) scan.Finish(report);
            return [.. report.Results(read.Kind.Binary)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new ScanNote("unreadable-file", $"The file cannot be read: {e.Message}", file.Path)];
        }
        finally
        {
            foreach (var scan in scans.OfType<IDisposable>()) scan.Dispose();
        }
    }
}
