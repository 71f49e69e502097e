using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis;

/// <summary>Reads each file once for all file scanners, several files side by side, and hands the results on in path order. How far the
/// readers may run ahead of the slowest file is bounded, and so is the memory. With the answers of an earlier scan a file's digests are
/// taken first, and only the scanners that do not know its content read it.</summary>
sealed class FilePass(ScannedTree tree, IEnumerable<IFileScanner> scanners, CodeScanOptions options, FileAnswers? answers, IProgress<CodeScanProgress>? progress)
{
    const int AheadPerJob = 8;

    // To hand a small file to another thread costs more than to read it.
    const int BatchFiles = 32;
    const long BatchBytes = 256 << 10;

    readonly ImmutableArray<IFileScanner> scanners = [.. scanners];
    readonly ContentReader reader = new(options.Limits.WindowBytes, options.Limits.WindowMargin)
    {
        // The reference library is asked by digests.
        Digests = answers is not null || options.Kinds.HasFlag(CodeScanKinds.Evidence) ? ScanDigests.All : options.Digests,
    };
    readonly int jobs = Math.Max(1, options.Jobs);
    long done;

    public async IAsyncEnumerable<ScanResult> Run([EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var slots = new SemaphoreSlim(jobs);
        var ahead = new Queue<Task<List<ScanResult>>>();
        try
        {
            foreach (var batch in Batches())
            {
                if (ahead.Count >= jobs * AheadPerJob)
                    foreach (var result in await ahead.Dequeue()) yield return result;
                await slots.WaitAsync(ct);
                ahead.Enqueue(Task.Run(() => ScanInSlot(batch, slots, stop.Token), ct));
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

    IEnumerable<ReadOnlyMemory<TreeFile>> Batches()
    {
        for (int from = 0, to = 0; from < tree.Files.Length; from = to)
        {
            for (var bytes = 0L; to < tree.Files.Length && to - from < BatchFiles && (to == from || bytes + tree.Files[to].Size <= BatchBytes); to++) bytes += tree.Files[to].Size;
            yield return tree.Files.AsMemory()[from..to];
        }
    }

    List<ScanResult> ScanInSlot(ReadOnlyMemory<TreeFile> batch, SemaphoreSlim slots, CancellationToken ct)
    {
        try
        {
            var results = new List<ScanResult>(batch.Length);
            foreach (var file in batch.Span)
            {
                ct.ThrowIfCancellationRequested();
                results.AddRange(Scan(file, ct));
                progress?.Report(new("files", Interlocked.Increment(ref done), tree.Files.Length, file.Path));
            }
            return results;
        }
        finally
        {
            slots.Release();
        }
    }

    List<ScanResult> Scan(TreeFile file, CancellationToken ct)
    {
        try
        {
            return (answers is null ? null : ScanUnknown(file, answers, ct)) ?? ScanAll(file, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new ScanNote("unreadable-file", $"The file cannot be read: {e.Message}", file.Path)];
        }
    }

    List<ScanResult> ScanAll(TreeFile file, CancellationToken ct)
    {
        using var scans = new FileScans(scanners, file);
        var read = reader.Read(tree, file, scans.Read, ct);
        var report = NewReport(file, read);
        foreach (var (_, scan) in scans.All) scan.Finish(report);
        return [.. report.Results(read.Kind.Binary)];
    }

    /// <summary>Null when the file changed meanwhile.</summary>
    List<ScanResult>? ScanUnknown(TreeFile file, FileAnswers answers, CancellationToken ct)
    {
        var content = reader.Digest(tree, file, ct);
        var report = NewReport(file, content);
        using var scans = new FileScans(scanners.Where(s => answers.KeyOf(s, file, content.Digests) is not { } key || !answers.Recall(key, report)), file);
        if (scans.All.IsEmpty) return [.. report.Results(content.Kind.Binary)];
        if (reader.Read(tree, file, scans.Read, ct).Digests != content.Digests) return null;
        foreach (var (scanner, scan) in scans.All)
        {
            var own = NewReport(file, content);
            scan.Finish(own);
            if (answers.KeyOf(scanner, file, content.Digests) is { } key) answers.Keep(key, own);
            report.Add(own);
        }
        return [.. report.Results(content.Kind.Binary)];
    }

    FileReport NewReport(TreeFile file, ContentReader.Result read) => new(file, read.Digests, options.Limits.ResultsPerFile);

    /// <summary>The looks of several scanners at one file.</summary>
    sealed class FileScans(IEnumerable<IFileScanner> scanners, TreeFile file) : IDisposable
    {
        public ImmutableArray<(IFileScanner Scanner, IFileScan Scan)> All { get; } =
            [.. from scanner in scanners let scan = scanner.Begin(file) where scan is not null select (scanner, scan)];

        public void Read(ContentWindow window)
        {
            foreach (var (_, scan) in All) scan.Read(window);
        }

        public void Dispose()
        {
            foreach (var (_, scan) in All) (scan as IDisposable)?.Dispose();
        }
    }
}
