using System.Collections.Immutable;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis;

/// <summary>What the file scanners found in one file. Past the limit per kind of record the rest is dropped, and a note says so.</summary>
public sealed class FileReport(TreeFile file, FileDigests digests, int limit)
{
    readonly List<ScanNote> notes = [];
    readonly List<Finding> findings = [];
    readonly ImmutableArray<LicenseEvidence>.Builder licenses = ImmutableArray.CreateBuilder<LicenseEvidence>(0);
    readonly ImmutableArray<CopyrightEvidence>.Builder copyrights = ImmutableArray.CreateBuilder<CopyrightEvidence>(0);
    readonly ImmutableArray<AuthorEvidence>.Builder authors = ImmutableArray.CreateBuilder<AuthorEvidence>(0);
    readonly ImmutableArray<EmailEvidence>.Builder emails = ImmutableArray.CreateBuilder<EmailEvidence>(0);
    readonly ImmutableArray<UrlEvidence>.Builder urls = ImmutableArray.CreateBuilder<UrlEvidence>(0);
    readonly ImmutableArray<TermEvidence>.Builder terms = ImmutableArray.CreateBuilder<TermEvidence>(0);
    readonly ImmutableArray<MatchEvidence>.Builder matches = ImmutableArray.CreateBuilder<MatchEvidence>(0);
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

    /// <summary>Takes over what another report says of the same file.</summary>
    internal void Add(FileReport other)
    {
        if (other.AllEvidence() is { IsEmpty: false } evidence) Add(evidence);
        foreach (var finding in other.findings) Add(finding);
        foreach (var note in other.notes) Keep(notes, note);
        cut |= other.cut;
    }

    internal void Add(FileAnswer evidence)
    {
        foreach (var license in evidence.Licenses) Add(license);
        foreach (var copyright in evidence.Copyrights) Add(copyright);
        foreach (var author in evidence.Authors) Add(author);
        foreach (var email in evidence.Emails) Add(email);
        foreach (var url in evidence.Urls) Add(url);
        foreach (var term in evidence.Terms) Add(term);
        foreach (var match in evidence.Matches) Add(match);
    }

    /// <summary>The evidence alone; null when there is more, or not all of it.</summary>
    internal FileAnswer? Evidence() => findings.Count > 0 || notes.Count > 0 || cut ? null : AllEvidence();

    FileAnswer AllEvidence() => new()
    {
        Licenses = licenses.ToImmutable(),
        Copyrights = copyrights.ToImmutable(),
        Authors = authors.ToImmutable(),
        Emails = emails.ToImmutable(),
        Urls = urls.ToImmutable(),
        Terms = terms.ToImmutable(),
        Matches = matches.ToImmutable(),
    };

    void Keep<T>(ICollection<T> list, T item)
    {
        if (list.Count < limit) list.Add(item);
        else cut = true;
    }
}
