using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Analysis.Matches.Library;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Matches;

/// <summary>Reads a tree into the reference library.</summary>
public static class LibraryReader
{
    /// <summary>Adds every file of a tree. What could not be read is told by notes.</summary>
    /// <param name="path">The folder, archive or package that the tree came of; what its files come with is made of it.</param>
    /// <param name="folder">The tree.</param>
    /// <returns>What the files are said to come with, and how many there were.</returns>
    public static async Task<(string Origin, long Files)> Add(LibraryBuilder builder, string path, string folder, Action<ScanNote> note, IProgress<CodeScanProgress>? progress, CancellationToken ct)
    {
        var origin = await LibraryOrigin.Of(path, folder, ct);
        var sampler = new Sampler(builder, origin);
        await foreach (var result in new CodeScan([sampler]).Run(folder, new CodeScanOptions { Kinds = CodeScanKinds.Evidence, Jobs = 1 }, progress, ct))
            if (result is ScanNote said) note(said);
        return (origin, sampler.Files);
    }

    // One reader at a time, so that the builder need not be shared.
    sealed class Sampler(LibraryBuilder builder, string origin) : IFileScanner
    {
        public long Files { get; private set; }

        public CodeScanKinds Kind => CodeScanKinds.Evidence;

        public IFileScan? Begin(TreeFile file) => file.Size == 0 ? null : new Look(this);

        void Add(FileReport report, List<Fingerprint> fingerprints)
        {
            builder.Add(new LibraryFile(origin, report.File.Path), report.Digests.Md5, fingerprints);
            Files++;
        }

        sealed class Look(Sampler sampler) : IFileScan
        {
            readonly Winnower winnower = new();
            readonly List<Fingerprint> fingerprints = [];

            public void Read(ContentWindow window)
            {
                if (!window.Binary) winnower.Read(window.Bytes.Span[window.OwnedFrom..window.OwnedTo], fingerprints.Add);
            }

            public void Finish(FileReport report) => sampler.Add(report, fingerprints);
        }
    }
}
