using Merlon.Analysis.Evidence.Licenses.Rules;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>
/// Settles what a file's matches mean together: a text explains the names inside it, a versioned name explains the bare one, and
/// licences offered as alternatives become one expression.
/// </summary>
internal sealed class Choice(Vocabulary vocabulary)
{
    const int Near = 60;
    const int Block = 80;
    const int Appendix = 420;
    const int Tail = 150;
    const int Title = 20;

    readonly Alternatives alternatives = new(vocabulary);

    /// <summary>What the matches say together; <paramref name="choices"/> are the phrases that announce a choice.</summary>
    public List<TokenMatch> Settle(List<TokenMatch> matches, List<RuleMatch> choices, TokenList tokens, ReadOnlySpan<byte> text)
    {
        matches.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        var uncovered = WithoutCovered(matches);
        var kept = uncovered.FindAll(m => !Explained(m, uncovered) && !(m.Kind is MatchKind.Name or MatchKind.BareName && IsLine(m, tokens) && uncovered.Exists(o => IsTitleOf(m, o))));
        return AnnouncedChoices.Join(alternatives.Join(WithQuotedArtistic(kept), tokens, text), choices);
    }

    // "The same terms as Perl itself", and below the Artistic License in its first wording instead of Perl's: the file says which is meant.
    static List<TokenMatch> WithQuotedArtistic(List<TokenMatch> matches)
    {
        const string perls = "Artistic-1.0-Perl";
        bool Quotes(string id) => matches.Exists(m => m.Kind == MatchKind.Text && m.Expression == id);
        if (!Quotes("Artistic-1.0") || Quotes(perls)) return matches;
        return matches.ConvertAll(m => m.Kind == MatchKind.Rule ? m with { Expression = m.Expression.Replace(perls, "Artistic-1.0", StringComparison.Ordinal) } : m);
    }

    static List<TokenMatch> WithoutCovered(List<TokenMatch> matches)
    {
        var strong = matches.FindAll(m => m.Kind <= MatchKind.Rule);
        return matches.FindAll(m => !strong.Exists(s => !ReferenceEquals(s, m) && s.Kind <= m.Kind && Covers(s, m)));
    }

    static bool Covers(TokenMatch strong, TokenMatch match)
    {
        if (strong.InHole(match) || (match.Kind == MatchKind.Address && IsDated(match.Expression))) return false;
        if (strong.Kind == match.Kind) return strong.First <= match.First && strong.Last >= match.Last && strong.Last - strong.First > match.Last - match.First;
        return Math.Min(strong.Last, match.Last) - Math.Max(strong.First, match.First) + 1 is > 0 and var shared && shared * 2 >= match.Last - match.First + 1;
    }

    // A bare name or an address says nothing new next to a fuller statement of the same family.
    static bool Explained(TokenMatch match, List<TokenMatch> all)
    {
        var families = Families.OfExpression(match.Expression);
        return match.Kind switch
        {
            MatchKind.BareName => all.Exists(o => (Fuller(o, match) && !IsLaterChoice(o, match) && (!match.Grants || Distance(o, match) < Block) && Families.Share(o.Expression, families)) || IsAppendixOf(o, match) || IsTailOf(o, match) || o.Expression.StartsWith(match.Expression + " WITH ", StringComparison.Ordinal)),
            MatchKind.Address => !IsDated(match.Expression) && Array.TrueForAll(families, f => all.Exists(o => o.Kind < MatchKind.BareName && Families.Share(o.Expression, [f]))),
            MatchKind.Reference => all.Exists(o => o.Kind < MatchKind.Reference && Families.Share(o.Expression, families)),
            MatchKind.Name => all.Exists(o => (o.Kind == MatchKind.Name && SaysLater(o, match) && Distance(o, match) < Block)
                || (o.Kind == MatchKind.Text && Distance(o, match) < Near && Families.Share(o.Expression, families)) || IsAppendixOf(o, match)),
            _ => false,
        };
    }

    // ".../copyright-software-19980720": the address of one day's terms says which; another version's text does not explain it.
    static bool IsDated(string id) => id.LastIndexOf('-') is > 0 and var dash && id.Length - dash == 9 && !id.AsSpan(dash + 1).ContainsAnyExceptInRange('0', '9');

    // A GNU licence's text goes on with how to apply it, a model notice and a word on its sisters.
    static bool IsAppendixOf(TokenMatch text, TokenMatch match) =>
        text.Kind == MatchKind.Text && match.First > text.Last && match.First - text.Last < Appendix && Families.IsGnu(text.Expression) && Families.IsGnu(match.Expression);

    static bool IsLine(TokenMatch match, TokenList tokens) =>
        (match.First == 0 || tokens.Line(match.First - 1) < tokens.Line(match.First)) && (match.Last + 1 >= tokens.Count || tokens.Line(match.Last + 1) > tokens.Line(match.Last));

    // A title names the text below it; the text decides.
    static bool IsTitleOf(TokenMatch match, TokenMatch text) =>
        !match.Grants && text.Kind == MatchKind.Text && text.First > match.Last && text.First - match.Last < Title;

    // "... under the GNU Lesser General Public License ... See the GNU General Public License for more details": a slip of the pen.
    static bool IsTailOf(TokenMatch notice, TokenMatch match) =>
        match.Refers && !notice.Refers && notice.First < match.First && match.First - notice.Last < Tail && Families.IsGnu(notice.Expression) && Families.IsGnu(match.Expression);

    // "MIT or GPL 2. Includes a part under MIT, BSD or GPL": what is offered further down is no word on this; the choice itself looks for its members.
    static bool IsLaterChoice(TokenMatch other, TokenMatch match) => other.First > match.Last && other.First - match.Last < Near && other.Expression.Contains(" OR ", StringComparison.Ordinal) && Alternatives.Terms(other.Expression).Contains(match.Expression);

    static bool Fuller(TokenMatch other, TokenMatch bare) =>
        other.Kind < MatchKind.BareName || (other.Kind == MatchKind.BareName && other.Expression == "LGPL-2.1-or-later" && bare.Expression == "LGPL-2.0-or-later") || (other.Kind == MatchKind.Address && other.Expression != bare.Expression && !other.Expression.EndsWith("-or-later", StringComparison.Ordinal));

    // "MPL 1.1/GPL 2.0/LGPL 2.1" on top of notices that say "or later".
    static bool SaysLater(TokenMatch other, TokenMatch match) =>
        !match.Only && match.Expression.EndsWith("-only", StringComparison.Ordinal) && string.Concat(match.Expression.AsSpan(0, match.Expression.Length - 5), "-or-later") == other.Expression;

    static int Distance(TokenMatch a, TokenMatch b) => Math.Max(0, Math.Max(a.First - b.Last, b.First - a.Last));
}
