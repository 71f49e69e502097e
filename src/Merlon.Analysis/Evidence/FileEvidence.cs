using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence;

/// <summary>What a file says of its licences, copyrights and contacts, in the order of the file. Lines count from 1, bytes from 0.</summary>
/// <param name="Licenses">The licences found.</param>
/// <param name="Copyrights">The copyright statements.</param>
/// <param name="Authors">The people and organisations named as authors.</param>
/// <param name="Emails">The e-mail addresses.</param>
/// <param name="Urls">The web addresses.</param>
/// <param name="Terms">The user's search terms.</param>
/// <param name="Notes">What was not looked at and why (a budget was hit).</param>
public sealed record FileEvidence(
    ImmutableArray<LicenseEvidence> Licenses,
    ImmutableArray<CopyrightEvidence> Copyrights,
    ImmutableArray<AuthorEvidence> Authors,
    ImmutableArray<EmailEvidence> Emails,
    ImmutableArray<UrlEvidence> Urls,
    ImmutableArray<TermEvidence> Terms,
    ImmutableArray<string> Notes);

/// <summary>A licence: an SPDX expression, where it stands (bytes [StartByte, EndByte)) and how sure the match is, 0 to 1.</summary>
public sealed record LicenseEvidence(string Expression, int StartLine, int EndLine, long StartByte, long EndByte, double Score);

/// <summary>A copyright statement, normalised, with the holders it names.</summary>
public sealed record CopyrightEvidence(string Statement, ImmutableArray<string> Holders, int Line);

/// <summary>A person or organisation named as an author.</summary>
public sealed record AuthorEvidence(string Author, int Line);

/// <summary>An e-mail address; a placeholder is one that cannot reach anybody (example domains, "you@domain").</summary>
public sealed record EmailEvidence(string Email, int Line, bool Placeholder);

/// <summary>A web address; a placeholder is an example or the name of a schema rather than a place to visit.</summary>
public sealed record UrlEvidence(string Url, int Line, bool Placeholder);

/// <summary>One hit of a user's search term.</summary>
public sealed record TermEvidence(string Term, string Text, int Line, long StartByte, long EndByte);
