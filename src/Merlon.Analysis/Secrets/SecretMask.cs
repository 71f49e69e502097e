using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets;

/// <summary>How a secret is shown to who may not see it.</summary>
internal static class SecretMask
{
    private const string Stars = "********";
    private const int ShownOfTokens = 4;
    private const int LongToken = 20;

    /// <summary>The beginning that all tokens of the kind share, or the first four characters of long random ones; nothing of a password.</summary>
    public static string Of(SecretMatch match)
    {
        if (match.Value.StartsWith("-----BEGIN", StringComparison.Ordinal)) return match.Value[..(match.Value.IndexOf('-', 11) is > 0 and var end ? end : 11)].TrimEnd() + "----- " + Stars;
        var prefix = match.Kind.Keywords.Where(k => match.Kind.Anchored && match.Value.StartsWith(k, StringComparison.Ordinal)).MaxBy(k => k.Length);
        if (prefix is not null && prefix.Length * 2 <= match.Value.Length) return prefix + Stars;
        return match.Kind.Matcher is SecretMatcher.Shape or SecretMatcher.Named && match.Value.Length >= LongToken ? match.Value[..ShownOfTokens] + Stars : Stars;
    }

    /// <summary>Rounded, so that it tells nothing exact of a short value.</summary>
    public static double Entropy(SecretMatch match) => Math.Round(Randomness.Entropy(match.Value), 1);
}
