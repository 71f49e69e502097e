using System.Collections.Concurrent;
using Merlon.Analysis.Evidence.Licenses;
using Merlon.Analysis.Evidence.SearchTerms;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Evidence;

/// <summary>
/// Finds licences, copyrights, authors, e-mail and web addresses and the user's search terms in every file. What it knows is loaded
/// once per scanner (about half a second), on the first file; readers with their buffers are shared out among the threads.
/// </summary>
/// <param name="terms">The user's search terms, if any.</param>
public sealed class EvidenceScanner(SearchTermSet? terms = null) : IRememberedScanner
{
    /// <summary>Records of a kind held of one file until the report takes its share; a file of gigabytes may have any number. What there are so many
    /// of is not looked for in the rest of the file.</summary>
    const int MostOfAFile = 200_000;

    readonly Lazy<LicenseKnowledge> knowledge = new(LicenseKnowledge.Load);
    readonly ConcurrentBag<EvidenceReader> readers = [];

    public CodeScanKinds Kind => CodeScanKinds.Evidence;

    public string Name => "evidence";

    public string MadeWith => (terms ?? SearchTermSet.None).ToString();

    public string DependsOn(TreeFile file) => "";

    public IFileScan Begin(TreeFile file) => new Look(this);

    EvidenceReader Take() => readers.TryTake(out var reader) ? reader : new(knowledge.Value, terms ?? SearchTermSet.None);

    sealed class Look(EvidenceScanner scanner) : IFileScan
    {
        readonly FileEvidence file = new();
        readonly HashSet<(int, string)> seenOnSplitLines = [];

        public void Read(ContentWindow window)
        {
            var wanted = file.Below(MostOfAFile);
            if (wanted == EvidenceParts.None) return;
            var reader = scanner.Take();
            var found = new FileEvidence();
            found.SlowTerms.UnionWith(file.SlowTerms);
            reader.Read(window.Bytes.Span, found, wanted);
            scanner.readers.Add(reader);
            Keep(found, window);
        }

        public void Finish(FileReport report)
        {
            foreach (var license in file.Licenses) report.Add(license);
            foreach (var copyright in file.Copyrights) report.Add(copyright);
            foreach (var author in file.Authors) report.Add(author);
            foreach (var email in file.Emails) report.Add(email);
            foreach (var url in file.Urls) report.Add(url);
            foreach (var term in file.Terms) report.Add(term);
            foreach (var term in file.SlowTerms.Order(StringComparer.Ordinal)) report.Note("search-term-cut", $"The search term \"{term}\" takes too long; it was not looked for everywhere in this file.");
        }

        // Neighbouring windows overlap; each keeps what begins in the lines and bytes that it owns.
        void Keep(FileEvidence found, ContentWindow window)
        {
            var lines = new OwnedLines(window, seenOnSplitLines);
            var before = window.FirstLine - 1;
            file.SlowTerms.UnionWith(found.SlowTerms);
            Add(file.Licenses, found.Licenses.Where(l => window.Owns((int)l.StartByte)).Select(l => l with
            {
                StartLine = l.StartLine + before, EndLine = l.EndLine + before, StartByte = l.StartByte + window.Offset, EndByte = l.EndByte + window.Offset,
            }));
            Add(file.Copyrights, found.Copyrights.Where(c => lines.Own(c.Line, c.Statement)).Select(c => c with { Line = c.Line + before }));
            Add(file.Authors, found.Authors.Where(a => lines.Own(a.Line, a.Author)).Select(a => a with { Line = a.Line + before }));
            Add(file.Emails, found.Emails.Where(e => lines.Own(e.Line, e.Email)).Select(e => e with { Line = e.Line + before }));
            Add(file.Urls, found.Urls.Where(u => lines.Own(u.Line, u.Url)).Select(u => u with { Line = u.Line + before }));
            Add(file.Terms, found.Terms.Where(t => window.Owns((int)t.StartByte)).Select(t => t with
            {
                Line = t.Line + before, StartByte = t.StartByte + window.Offset, EndByte = t.EndByte + window.Offset,
            }));
        }

        static void Add<T>(List<T> kept, IEnumerable<T> found) => kept.AddRange(found.Take(MostOfAFile - kept.Count));
    }
}
