using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis;

/// <summary>
/// The one door to the code engines: a folder in, a stream of results out. Files come in ordinal order of their paths, each followed by
/// its findings and notes; then the results of the whole-tree scanners by kind; then <see cref="ScanStatistics"/>. The stream is the
/// same in every run and for every number of jobs, but for the statistics. A scanner that fails ends the scan: it is a bug.
/// </summary>
/// <param name="scanners">The engines to ask; those of kinds that the options do not name stay idle.</param>
public sealed class CodeScan(IEnumerable<ICodeScanner> scanners)
{
    readonly ImmutableArray<ICodeScanner> scanners = [.. scanners.OrderBy(s => s.Kind)];

    /// <summary>Scans the folder <paramref name="root"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public async IAsyncEnumerable<ScanResult> Run(
        string root, CodeScanOptions options, IProgress<CodeScanProgress>? progress = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        if (!Directory.Exists(root)) throw new DirectoryNotFoundException($"There is no folder \"{root}\".");
        var watch = Stopwatch.StartNew();
        var (files, bytes, lines) = (0L, 0L, 0L);
        var notes = new List<ScanNote>();
        var tree = TreeOf(root, options, progress, notes, ct);
        foreach (var note in notes) yield return note;

        var active = ActiveScanners(options.Kinds);
        using var answers = options.CacheFolder is { } cache ? FileAnswers.Open(cache, active.OfType<IFileScanner>(), options.Limits) : null;
        await foreach (var result in new FilePass(tree, active.OfType<IFileScanner>(), options, answers, progress).Run(ct))
        {
            if (result is ScannedFile file) (files, bytes, lines) = (files + 1, bytes + file.Size, lines + file.Lines);
            yield return result;
        }
        answers?.Save();
        await foreach (var result in TreePass(tree, active.OfType<ITreeScanner>(), options, progress, ct)) yield return result;

        using var process = Process.GetCurrentProcess();
        yield return new ScanStatistics(files, bytes, lines, watch.Elapsed.TotalSeconds, process.PeakWorkingSet64);
    }

    ImmutableArray<ICodeScanner> ActiveScanners(CodeScanKinds kinds)
    {
        var wanted = kinds.HasFlag(CodeScanKinds.Vulnerabilities) ? kinds | CodeScanKinds.Packages : kinds;
        return [.. scanners.Where(s => wanted.HasFlag(s.Kind))];
    }

    static ScannedTree TreeOf(
        string root, CodeScanOptions options, IProgress<CodeScanProgress>? progress, List<ScanNote> notes, CancellationToken ct)
    {
        progress?.Report(new("walk", 0, 0));
        var files = new TreeWalker(root, options.ExcludedPaths) { OnNote = notes.Add }.Walk(ct).Take(options.Limits.Files + 1).ToImmutableArray();
        if (files.Length <= options.Limits.Files) return new(root, files);
        notes.Add(new("files-cut", $"The tree holds more than {options.Limits.Files:N0} files; the rest was not looked at."));
        return new(root, files[..options.Limits.Files]);
    }

    static async IAsyncEnumerable<ScanResult> TreePass(
        ScannedTree tree, IEnumerable<ITreeScanner> scanners, CodeScanOptions options, IProgress<CodeScanProgress>? progress,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var packages = ImmutableArray.CreateBuilder<FoundPackage>();
        foreach (var scanner in scanners)
        {
            var context = new TreeScanContext
            {
                Tree = tree, Options = options, Packages = packages.ToImmutable(), Progress = progress ?? new NoProgress(),
            };
            await foreach (var result in scanner.Scan(context, ct))
            {
                if (result is FoundPackage package) packages.Add(package);
                yield return result;
            }
        }
    }

    sealed class NoProgress : IProgress<CodeScanProgress>
    {
        public void Report(CodeScanProgress value) { }
    }
}
