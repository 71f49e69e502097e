using Merlon.Analysis.Evidence.Licenses.Names;
using Merlon.Analysis.Evidence.Licenses.Rules;
using Merlon.Analysis.Evidence.Licenses.Texts;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>Finds the licences of one file. One per thread.</summary>
internal sealed class LicenseFinder(LicenseKnowledge knowledge)
{
    readonly TextMatcher texts = new(knowledge.Grams, knowledge.Texts);

    public void Find(TokenList tokens, ReadOnlySpan<byte> text, List<(int Start, int End)> addresses, List<LicenseEvidence> into)
    {
        var matches = knowledge.Tags.Find(tokens, text);
        foreach (var found in texts.Find(tokens))
        {
            var id = knowledge.Siblings.Of(knowledge.Texts[found.Text].Id, tokens.Words[found.First..(found.Last + 1)]);
            if (id == Siblings.None) continue;
            matches.Add(new(MatchKind.Text, id, Families.Of(id), found.First, found.Last, found.Score) { Holes = found.Holes });
        }
        foreach (var mention in knowledge.Mentions.Find(tokens, text, addresses))
            matches.Add(new(Kind(mention), mention.Expression, mention.Family.Group, mention.First, mention.Last, mention.Bare ? 0.8 : 0.95) { Grants = mention.Grants, Refers = mention.Reference, Only = mention.Only });
        AddAddresses(matches, tokens, text, addresses);
        var rules = knowledge.Rules.Find(tokens.Words);
        AddRules(matches, tokens, rules);
        var choices = rules.FindAll(r => r.Rule.Choice != 0);
        foreach (var match in knowledge.Choice.Settle(matches, choices, tokens, text)) into.Add(Evidence(match, tokens));
    }

    static void AddRules(List<TokenMatch> matches, TokenList tokens, List<RuleMatch> found)
    {
        foreach (var (rule, first, last) in found)
        {
            if (rule.IsMention) matches.RemoveAll(m => m.Kind >= MatchKind.Name && m.First >= first && m.First <= last + rule.Covers);
            if (rule.IsException || rule.IsMention || rule.Choice != 0 || (rule.Weak && matches.Exists(m => m.Kind == MatchKind.Text))) continue;
            matches.Add(new(MatchKind.Rule, rule.Expression, Families.Of(rule.Expression), first, Math.Min(tokens.Count - 1, last + rule.Covers), 0.95));
        }
        Exceptions.Join(matches, found.Where(f => f.Rule.IsException));
    }

    static MatchKind Kind(Mention mention) => mention.Bare ? MatchKind.BareName : mention.Reference ? MatchKind.Reference : MatchKind.Name;

    void AddAddresses(List<TokenMatch> matches, TokenList tokens, ReadOnlySpan<byte> text, List<(int Start, int End)> addresses)
    {
        foreach (var (start, end) in addresses)
        {
            if (knowledge.Addresses.Find(text[start..end]) is not { } expression) continue;
            var (first, last) = TokensOf(tokens, start, end);
            if (first <= last) matches.Add(new(MatchKind.Address, expression, Families.Of(expression), first, last, 0.9));
        }
    }

    static (int First, int Last) TokensOf(TokenList tokens, int start, int end)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens.End(middle) <= start) low = middle + 1;
            else high = middle;
        }
        var last = low;
        while (last + 1 < tokens.Count && tokens.Start(last + 1) < end) last++;
        return (low, Math.Min(last, tokens.Count - 1));
    }

    static LicenseEvidence Evidence(TokenMatch match, TokenList tokens) => new(
        match.Expression, tokens.Line(match.First), tokens.Line(match.Last), tokens.Start(match.First), tokens.End(match.Last), Math.Round(match.Score * 100, 1),
        match.Kind.ToString().ToLowerInvariant());
}
