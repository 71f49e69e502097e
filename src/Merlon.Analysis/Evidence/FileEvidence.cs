namespace Merlon.Analysis.Evidence;

/// <summary>Parts of a file's evidence that are looked for together.</summary>
[Flags]
internal enum EvidenceParts
{
    None = 0,
    Licenses = 1,
    Copyrights = 2,
    Contacts = 4,
    Terms = 8,
    All = Licenses | Copyrights | Contacts | Terms,
}

/// <summary>What one window of a file says, in file order; bytes and lines count from the window's start.</summary>
internal sealed class FileEvidence
{
    public List<LicenseEvidence> Licenses { get; } = [];
    public List<CopyrightEvidence> Copyrights { get; } = [];
    public List<AuthorEvidence> Authors { get; } = [];
    public List<EmailEvidence> Emails { get; } = [];
    public List<UrlEvidence> Urls { get; } = [];
    public List<TermEvidence> Terms { get; } = [];

    /// <summary>Search terms that took too long here.</summary>
    public HashSet<string> SlowTerms { get; } = new(StringComparer.Ordinal);

    /// <summary>The parts without a kind of record of which there are so many.</summary>
    public EvidenceParts Below(int most) =>
        (Licenses.Count < most ? EvidenceParts.Licenses : 0)
        | (Copyrights.Count < most && Authors.Count < most ? EvidenceParts.Copyrights : 0)
        | (Emails.Count < most && Urls.Count < most ? EvidenceParts.Contacts : 0)
        | (Terms.Count < most ? EvidenceParts.Terms : 0);

    public void Clear()
    {
        Licenses.Clear();
        Copyrights.Clear();
        Authors.Clear();
        Emails.Clear();
        Urls.Clear();
        Terms.Clear();
        SlowTerms.Clear();
    }
}
