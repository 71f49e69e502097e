using System.Collections.Immutable;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis;

/// <summary>What the file scanners found in one file. Past the limit per kind of record the rest is dropped, and a note says so.</summary>
public sealed class FileReport(TreeFile file, FileDigests digests, int limit)
{
    // Most files have nothing of most kinds.
    List<ScanNote>? notes;
    List<Finding>? findings;
    List<LicenseEvidence>? licenses;
    List<CopyrightEvidence>? copyrights;
    List<AuthorEvidence>? authors;
    List<EmailEvidence>? emails;
    List<UrlEvidence>? urls;
    List<TermEvidence>? terms;
    List<MatchEvidence>? matches;
    bool cut;

    public TreeFile File => file;

    /// <summary>Of the file's content.</summary>
    public FileDigests Digests => digests;

    public void Add(LicenseEvidence license) => Keep(ref licenses, license);
    public void Add(CopyrightEvidence copyright) => Keep(ref copyrights, copyright);
    public void Add(AuthorEvidence author) => Keep(ref authors, author);
    public void Add(EmailEvidence email) => Keep(ref emails, email);
    public void Add(UrlEvidence url) => Keep(ref urls, url);
    public void Add(TermEvidence term) => Keep(ref terms, term);
    public void Add(MatchEvidence match) => Keep(ref matches, match);
    public void Add(Finding finding) => Keep(ref findings, finding);
    public void Note(string code, string message, int? line = null) => Keep(ref notes, new ScanNote(code, message, file.Path, line));

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
            Lines = binary ? 0 : digests.Lines,
            Binary = binary,
            Licenses = Of(licenses),
            Copyrights = Of(copyrights),
            Authors = Of(authors),
            Emails = Of(emails),
            Urls = Of(urls),
            Terms = Of(terms),
            Matches = Of(matches),
        };
        foreach (var finding in findings ?? []) yield return finding;
        foreach (var note in notes ?? []) yield return note;
        if (cut) yield return new ScanNote("results-cut", $"More than {limit} records of one kind; the rest was dropped.", file.Path);
    }

    /// <summary>Takes over what another report says of the same file.</summary>
    internal void Add(FileReport other)
    {
        if (other.AllEvidence() is { IsEmpty: false } evidence) Add(evidence);
        foreach (var finding in other.findings ?? []) Add(finding);
        foreach (var note in other.notes ?? []) Keep(ref notes, note);
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
    internal FileAnswer? Evidence() => findings is not null || notes is not null || cut ? null : AllEvidence();

    FileAnswer AllEvidence() => new()
    {
        Licenses = Of(licenses),
        Copyrights = Of(copyrights),
        Authors = Of(authors),
        Emails = Of(emails),
        Urls = Of(urls),
        Terms = Of(terms),
        Matches = Of(matches),
    };

    static ImmutableArray<T> Of<T>(List<T>? list) => list is null ? [] : [.. list];

    void Keep<T>(ref List<T>? list, T item)
    {
        list ??= [];
        if (list.Count < limit) list.Add(item);
        else cut = true;
    }
}
