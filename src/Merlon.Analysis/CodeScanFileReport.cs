using System.Collections.Immutable;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis;

/// <summary>What the file scanners found in one file. Past the limit per kind of record the rest is dropped, and a note says so.</summary>
public sealed class FileReport(TreeFile file, FileDigests digests, int limit)
{
    readonly List<ScanNote> notes = [];
    readonly List<Finding> findings = [];
    readonly ImmutableArray<LicenseEvidence>.Builder licenses = ImmutableArray.CreateBuilder<LicenseEvidence>();
    readonly ImmutableArray<CopyrightEvidence>.Builder copyrights = ImmutableArray.CreateBuilder<CopyrightEvidence>();
    readonly ImmutableArray<AuthorEvidence>.Builder authors = ImmutableArray.CreateBuilder<AuthorEvidence>();
    readonly ImmutableArray<EmailEvidence>.Builder emails = ImmutableArray.CreateBuilder<EmailEvidence>();
    readonly ImmutableArray<UrlEvidence>.Builder urls = ImmutableArray.CreateBuilder<UrlEvidence>();
    readonly ImmutableArray<TermEvidence>.Builder terms = ImmutableArray.CreateBuilder<TermEvidence>();
    readonly ImmutableArray<MatchEvidence>.Builder matches = ImmutableArray.CreateBuilder<MatchEvidence>();
    bool cut;

    public TreeFile File => file;

    /// <summary>Of the file's content.</summary>
    public FileDigests Digests => digests;

    public void Add(LicenseEvidence license) => Keep(licenses, license);
    public void Add(CopyrightEvidence copyright) => Keep(copyrights, copyright);
    public void Add(AuthorEvidence author) => Keep(authors, author);
    public void Add(EmailEvidence email) => Keep(emails, email);
    public void Add(UrlEvidence url) => Keep(urls, url);
    public void Add(TermEvidence term) => Keep(terms, term);
    public void Add(MatchEvidence match) => Keep(matches, match);
    public void Add(Finding finding) => Keep(findings, finding);
    public void Note(string code, string message, int? line = null) => Keep(notes, new ScanNote(code, message, file.Path, line));

    /// <summary>The file with its evidence, then its findings, then its notes.</summary>
    internal IEnumerable<ScanResult> Results(bool binary)
    {
        yield return new ScannedFile
        {
            Path = file.Path,
            Size = digests.Size,
            Md5 = digests.Md5,
            Sha1 = digests.Sha1,
            Sha256 = digests.Sha256,
            Binary = binary,
            Licenses = licenses.DrainToImmutable(),
            Copyrights = copyrights.DrainToImmutable(),
            Authors = authors.DrainToImmutable(),
            Emails = emails.DrainToImmutable(),
            Urls = urls.DrainToImmutable(),
            Terms = terms.DrainToImmutable(),
            Matches = matches.DrainToImmutable(),
        };
        foreach (var finding in findings) yield return finding;
        foreach (var note in notes) yield return note;
        if (cut) yield return new ScanNote("results-cut", $"More than {limit} records of one kind; the rest was dropped.", file.Path);
    }

    void Keep<T>(ICollection<T> list, T item)
    {
        if (list.Count < limit) list.Add(item);
        else cut = true;
    }
}
