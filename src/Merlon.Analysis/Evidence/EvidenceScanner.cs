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

        public void Read(ContentWindow window)
        {
            var reader = scanner.Take();
            var found = new FileEvidence();
            reader.Read(window.Bytes.Span, found);
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
        }

        // Neighbouring windows overlap; each keeps what begins in the lines and bytes that it owns.
        void Keep(FileEvidence found, ContentWindow window)
        {
            var owned = OwnedLines(window);
            var lines = window.FirstLine - 1;
            file.Licenses.AddRange(found.Licenses.Where(l => window.Owns((int)l.StartByte)).Select(l => l with
            {
                StartLine = l.StartLine + lines, EndLine = l.EndLine + lines, StartByte = l.StartByte + window.Offset, EndByte = l.EndByte + window.Offset,
            }));
            file.Copyrights.AddRange(found.Copyrights.Where(c => owned(c.Line)).Select(c => c with { Line = c.Line + lines }));
            file.Authors.AddRange(found.Authors.Where(a => owned(a.Line)).Select(a => a with { Line = a.Line + lines }));
            file.Emails.AddRange(found.Emails.Where(e => owned(e.Line)).Select(e => e with { Line = e.Line + lines }));
            file.Urls.AddRange(found.Urls.Where(u => owned(u.Line)).Select(u => u with { Line = u.Line + lines }));
            file.Terms.AddRange(found.Terms.Where(t => window.Owns((int)t.StartByte)).Select(t => t with
            {
                Line = t.Line + lines, StartByte = t.StartByte + window.Offset, EndByte = t.EndByte + window.Offset,
            }));
        }

        static Func<int, bool> OwnedLines(ContentWindow window)
        {
            if (window.First && window.Last) return static _ => true;
            var bytes = window.Bytes.Span;
            var from = window.First ? 0 : 1 + bytes[..window.OwnedFrom].Count((byte)'\n');
            var to = window.Last ? int.MaxValue : 1 + bytes[..window.OwnedTo].Count((byte)'\n');
            return line => line > from && line <= to || (window.First && line <= to);
        }
    }
}
