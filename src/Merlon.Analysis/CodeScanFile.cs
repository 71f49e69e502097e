using System.Collections.Immutable;

namespace Merlon.Analysis;

/// <summary>One file that was looked at, with the evidence in it.</summary>
public sealed record ScannedFile : ScanResult
{
    /// <summary>Relative to the root, with '/'.</summary>
    public required string Path { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Digests are lower-case hexadecimal; empty where a scan does not take them (see <see cref="CodeScanOptions.Digests"/>).</summary>
    public required string Md5 { get; init; }
    public required string Sha1 { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>The lines of a text, 0 for what is none.</summary>
    public long Lines { get; init; }

    /// <summary>Whether the content is not text.</summary>
    public bool Binary { get; init; }

    public ImmutableArray<LicenseEvidence> Licenses { get; init; } = [];
    public ImmutableArray<CopyrightEvidence> Copyrights { get; init; } = [];
    public ImmutableArray<AuthorEvidence> Authors { get; init; } = [];
    public ImmutableArray<EmailEvidence> Emails { get; init; } = [];
    public ImmutableArray<UrlEvidence> Urls { get; init; } = [];
    public ImmutableArray<TermEvidence> Terms { get; init; } = [];
    public ImmutableArray<MatchEvidence> Matches { get; init; } = [];
}

/// <summary>A licence found in a file.</summary>
/// <param name="Expression">An SPDX licence expression.</param>
/// <param name="StartLine">1-based, inclusive, as is <paramref name="EndLine"/>.</param>
/// <param name="StartByte">0-based; <paramref name="EndByte"/> is exclusive.</param>
/// <param name="Score">0 to 100: how much of the licence's text or notice was found there.</param>
/// <param name="Rule">The text, rule or tag that matched.</param>
public sealed record LicenseEvidence(
    string Expression, int StartLine, int EndLine, long StartByte, long EndByte, double Score, string? Rule = null);

/// <summary>A copyright statement, as it is written but for markup and line breaks.</summary>
public sealed record CopyrightEvidence(string Statement, ImmutableArray<string> Holders, int Line);

/// <summary>An author named in a file.</summary>
public sealed record AuthorEvidence(string Author, int Line);

/// <summary>An e-mail address.</summary>
/// <param name="Placeholder">True for one that reaches nobody, such as <c>you@example.com</c>.</param>
public sealed record EmailEvidence(string Email, int Line, bool? Placeholder = null);

/// <summary>A web address.</summary>
/// <param name="Placeholder">True for an example, or the name of a schema rather than a page.</param>
public sealed record UrlEvidence(string Url, int Line, bool? Placeholder = null);

/// <summary>A place where one of the user's search terms stands.</summary>
/// <param name="Term">The term as the user gave it.</param>
/// <param name="Text">What stands there.</param>
public sealed record TermEvidence(string Term, string Text, int Line, long StartByte, long EndByte);

/// <summary>A copy of a file of the reference library, or of a stretch of one.</summary>
/// <param name="Origin">What the file came with: the purl of a package, or a name.</param>
/// <param name="Source">The file's path there.</param>
/// <param name="Whole">Whether the two are equal to the byte; then there are no lines.</param>
/// <param name="StartLine">Where the first and, as <paramref name="EndLine"/>, the last sample of the stretch stands, 1-based.</param>
/// <param name="SourceLine">Where the stretch begins in the source.</param>
/// <param name="Share">0 to 100: how much of this file's samples the source explains.</param>
public sealed record MatchEvidence(string Origin, string Source, bool Whole, int? StartLine, int? EndLine, int? SourceLine, double Share);
