using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Checks;

namespace Merlon.Analysis.Secrets.Kinds;

/// <summary>How candidates of a kind are told from other text once a keyword was seen.</summary>
internal enum SecretMatcher
{
    /// <summary>The kind's own <see cref="SecretKind.Shape"/> stands around the keyword.</summary>
    Shape,

    /// <summary>A value of the kind's shape under a name with one of its words; found where an <see cref="Assignment"/> was.</summary>
    Named,

    /// <summary>Any telling name with a value that looks like a secret.</summary>
    Assignment,
    PrivateKey, Putty, Jwk, RsaXml, UrlPassword, BasicAuth, Bearer, CommandLine, CallArguments, Netrc, Pgpass, Npmrc, DockerAuth, MasterKey, CloudInit, RandomPassword, Account, DriverAddress, KeyCall, Dialogue, Insert,
}

/// <summary>A kind of secret, as its file describes it.</summary>
internal sealed record SecretKind
{
    /// <summary>The stable id, the rule of its findings.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required FindingSeverity Severity { get; init; }

    /// <summary>What to do about one that was found.</summary>
    public required string Mend { get; init; }
    public SecretMatcher Matcher { get; init; }

    /// <summary>At least three bytes each; where none occurs there is no such secret. Of a shape they count letter case, else not.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>Words of the names under which values of this kind stand, in lower case.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The whole value, as a regular expression without lookaround; null where the matcher knows it itself.</summary>
    public string? Pattern { get; init; }

    /// <summary>The fewest characters that <see cref="Pattern"/> takes.</summary>
    public int MinLength { get; init; }

    /// <summary>Whether the pattern begins with every keyword, so that it need only be tried there.</summary>
    public bool Anchored { get; init; }

    /// <summary>What a candidate must pass beyond its shape; null for nothing.</summary>
    public ValueCheck? Check { get; init; }

    /// <summary>The least entropy of the value, in bits per character.</summary>
    public double Entropy { get; init; }

    private Regex? _shape;

    /// <summary>The pattern, built when first needed: most kinds never are.</summary>
    public Regex Shape => _shape ??= new Regex(
        Matcher == SecretMatcher.Named ? $"^(?:{Pattern})$" : Anchored ? $"^(?:{Pattern})" : Pattern!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Which of two kinds that claim the same bytes is right: the higher.</summary>
    public int Rank => Matcher switch
    {
        SecretMatcher.Assignment => 0,
        SecretMatcher.Bearer or SecretMatcher.UrlPassword or SecretMatcher.CallArguments => 1,
        SecretMatcher.Named => 2,
        SecretMatcher.Shape when Check is null => 3,
        SecretMatcher.Shape => 4,
        _ => 5,
    };
}
