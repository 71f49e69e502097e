using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Analysis.Matches.Library;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Matches;

/// <summary>Compares every file with the reference library: copies of whole files by their MD5, else stretches of text by fingerprints.</summary>
/// <param name="library">Stays the caller's, who disposes of it after the scan.</param>
public sealed class MatchScanner(ReferenceLibrary library) : IRememberedScanner
{
    /// <summary>Files that hold less than this are alike by accident.</summary>
    const int FewestBytes = 100;

    const int MostWhole = 10;

    readonly ReferenceLibrary library = library;
    readonly SnippetMatcher snippets = new(library);

    public CodeScanKinds Kind => CodeScanKinds.Evidence;

    public string Name => "matches";

    public string MadeWith => library.Version;

    public string DependsOn(TreeFile file) => "";

    public IFileScan? Begin(TreeFile file) => file.Size < FewestBytes || library.Files == 0 ? null : new Look(this);

    sealed class Look(MatchScanner scanner) : IFileScan
    {
        readonly Winnower winnower = new();
        readonly List<Fingerprint> fingerprints = [];

        public void Read(ContentWindow window)
        {
            if (!window.Binary) winnower.Read(window.Bytes.Span[window.OwnedFrom..window.OwnedTo], fingerprints.Add);
        }

        public void Finish(FileReport report)
        {
            var whole = scanner.library.WithDigest(report.Digests.Md5, MostWhole);
            foreach (var file in whole) report.Add(new MatchEvidence(file.Origin, file.Path, Whole: true, null, null, null, 100));
            if (!whole.IsEmpty) return;
            foreach (var match in scanner.snippets.Match(fingerprints)) report.Add(match);
        }
    }
}
