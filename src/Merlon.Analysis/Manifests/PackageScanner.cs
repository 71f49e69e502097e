using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Merlon.Analysis.Manifests;

/// <summary>
/// Finds the packages of a tree. Lock files are read first: each speaks for the manifests of its folder and of the folders it names, which
/// are then not read for themselves. What is installed, and what archives hold, stands beside. Results come in the order of the manifests' paths.
/// </summary>
public sealed class PackageScanner(ImmutableArray<IManifestReader> readers) : ITreeScanner
{
    public PackageScanner() : this(ManifestReaders.All) { }

    public CodeScanKinds Kind => CodeScanKinds.Packages;

    public async IAsyncEnumerable<ScanResult> Scan(TreeScanContext context, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var left = context.Options.Limits.Packages;
        foreach (var report in ReadAll(context, ct).Values)
        {
            foreach (var note in report.Notes) yield return note;
            foreach (var package in report.Distinct())
            {
                if (left-- == 0) yield return new ScanNote("packages-cut", $"More than {context.Options.Limits.Packages:N0} packages; the rest was dropped.");
                if (left < 0) yield break;
                yield return package;
            }
        }
    }

    /// <summary>A report per manifest, in the order of the paths; one per reader where several take the same file.</summary>
    SortedDictionary<(string Path, int Reader), ManifestReport> ReadAll(TreeScanContext context, CancellationToken ct)
    {
        var taken = context.Tree.Files
            .SelectMany(f => readers.Select((r, i) => (File: f, Reader: r, Index: i)).Where(t => t.Reader.Takes(f.Path)))
            .OrderByDescending(t => t.Reader.Rank).ToList();
        var reports = new SortedDictionary<(string, int), ManifestReport>(Comparer<(string Path, int Reader)>.Create(
            (a, b) => string.CompareOrdinal(a.Path, b.Path) is not 0 and var order ? order : a.Reader - b.Reader));
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var locked = new HashSet<(string Folder, string Ecosystem)>();
        foreach (var (file, reader, index) in taken)
        {
            ct.ThrowIfCancellationRequested();
            if (reader.Rank != ManifestRank.Installed && covered.Contains(file.Path)) continue;
            if (reader.Rank == ManifestRank.Manifest && locked.Contains((file.Folder, reader.Ecosystem))) continue;
            var report = reports[(file.Path, index)] = Read(reader, new(context.Tree, file, context.Options.Limits.ManifestBytes), out var understood);
            context.Progress.Report(new("packages", reports.Count, taken.Count, file.Path));
            if (!understood || reader.Rank == ManifestRank.Manifest) continue;
            covered.UnionWith(report.Covered);
            if (reader.Rank == ManifestRank.Lock) locked.Add((file.Folder, reader.Ecosystem));
        }
        return reports;
    }

    /// <summary>A file that a reader does not understand leaves a note, and whatever was read before the fault does not count.</summary>
    static ManifestReport Read(IManifestReader reader, ManifestFile file, out bool understood)
    {
        var report = new ManifestReport(file.Path);
        try
        {
            reader.Read(file, report);
            understood = true;
            return report;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            understood = false;
            var failed = new ManifestReport(file.Path);
            failed.Unreadable(e.Message);
            return failed;
        }
    }
}
