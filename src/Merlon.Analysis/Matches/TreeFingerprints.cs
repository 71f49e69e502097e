using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Matches;

/// <summary>The fingerprints of every file of a tree.</summary>
public static class TreeFingerprints
{
    /// <summary>Reads a tree, file by file.</summary>
    /// <param name="found">Told of each file that holds anything, never of two at once; binary files have no fingerprints. The list is the caller's to keep.</param>
    /// <param name="note">Told what could not be read.</param>
    public static async Task Of(string folder, Action<FileReport, IReadOnlyCollection<Fingerprint>> found, Action<ScanNote> note, IProgress<CodeScanProgress>? progress, CancellationToken ct)
    {
        await foreach (var result in new CodeScan([new Scanner(found)]).Run(folder, new CodeScanOptions { Kinds = CodeScanKinds.Evidence, Jobs = 1 }, progress, ct))
            if (result is ScanNote said) note(said);
    }

    sealed class Scanner(Action<FileReport, IReadOnlyCollection<Fingerprint>> found) : IFileScanner
    {
        public CodeScanKinds Kind => CodeScanKinds.Evidence;

        public IFileScan? Begin(TreeFile file) => file.Size == 0 ? null : new Reading(found);
    }

    sealed class Reading(Action<FileReport, IReadOnlyCollection<Fingerprint>> found) : IFileScan
    {
        readonly Winnower winnower = new();
        readonly List<Fingerprint> fingerprints = [];

        public void Read(ContentWindow window)
        {
            if (!window.Binary) winnower.Read(window.Bytes.Span[window.OwnedFrom..window.OwnedTo], fingerprints.Add);
        }

        public void Finish(FileReport report) => found(report, fingerprints);
    }
}
