using Merlon.Analysis.Evidence.Licenses.Rules;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>Joins exceptions to the licence they are exceptions to: the nearest one before them, else the next one.</summary>
internal static class Exceptions
{
    const int Far = 600;
    const int FarBehind = 400;

    static readonly string[] Excepted = ["GPL-", "LGPL-", "AGPL-", "Apache-2.0", "CPL-1.0", "CDDL", "MPL", "GFDL", "QPL"];

    public static void Join(List<TokenMatch> matches, IEnumerable<RuleMatch> exceptions)
    {
        foreach (var exception in Longest(exceptions))
        {
            if (Nearest(matches, exception) is not { } licensed) continue;
            matches.RemoveAll(m => m.Kind is MatchKind.BareName or MatchKind.Name && !ReferenceEquals(m, licensed)
                && m.First >= exception.First && m.Last <= exception.Last + exception.Rule.Covers);
            var host = matches.FindIndex(m => ReferenceEquals(m, licensed));
            var expression = matches[host].Expression;
            if (expression.Contains(" WITH ", StringComparison.Ordinal)) continue;
            matches[host] = matches[host] with { Expression = $"{expression} WITH {exception.Rule.Expression}", Last = Math.Max(matches[host].Last, exception.Last) };
        }
    }

    // A longer phrase at the same place says more.
    static List<RuleMatch> Longest(IEnumerable<RuleMatch> exceptions)
    {
        var sorted = exceptions.OrderBy(e => e.First).ThenByDescending(e => e.Last).ToList();
        return sorted.FindAll(e => !sorted.Exists(o => o != e && o.First <= e.First && o.Last >= e.Last && (o.First, o.Last) != (e.First, e.Last)));
    }

    static TokenMatch? Nearest(List<TokenMatch> matches, RuleMatch exception)
    {
        var hosts = matches.FindAll(m => Array.Exists(Excepted, e => m.Expression.StartsWith(e, StringComparison.Ordinal)));
        return Before(hosts.FindAll(m => m.Kind != MatchKind.BareName), exception)
            ?? Behind(hosts.FindAll(m => m.Kind == MatchKind.Text), exception)
            ?? Before(hosts, exception) ?? Behind(hosts, exception);
    }

    static TokenMatch? Before(List<TokenMatch> hosts, RuleMatch exception) => hosts.Where(m => m.First < exception.First && exception.First - m.First < Far).MaxBy(m => m.First);

    static TokenMatch? Behind(List<TokenMatch> hosts, RuleMatch exception) => hosts.Where(m => m.First > exception.Last && m.First - exception.Last < FarBehind).MinBy(m => m.First);
}
