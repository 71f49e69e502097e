namespace Merlon.Analysis.Evidence;

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
