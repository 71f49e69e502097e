using Merlon.Analysis.Evidence.Licenses.Rules;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>
/// Joins the licences that stand behind words like "dual licensed" or "any of the following licenses", however far their notices
/// reach, and lets a choice explain the notices of its members nearby.
/// </summary>
internal static class AnnouncedChoices
{
    const int FirstWithin = 60;
    const int NextWithin = 220;
    const int MembersWithin = 500;

    /// <summary>The matches, in order, with every announced choice made one.</summary>
    public static List<TokenMatch> Join(List<TokenMatch> matches, List<RuleMatch> announced)
    {
        // What stands before a choice may belong to another one, which is still to be joined.
        matches = WithoutMembers(matches, behindOnly: true);
        foreach (var choice in announced)
        {
            var group = choice.Rule.Choice > 0 ? Group(matches, choice) : Before(matches, choice);
            if (group.SelectMany(m => Families.OfExpression(m.Expression)).Distinct().Count() < 2 || group.Count < 2) continue;
            var joined = group.Aggregate(Alternatives.Or);
            matches[matches.IndexOf(group[0])] = joined;
            matches.RemoveAll(m => group.IndexOf(m) > 0);
        }
        return WithoutMembers(matches, behindOnly: false);
    }

    // The matches behind the words: the first one near, each next one not far from the one before, no more families than said.
    static List<TokenMatch> Group(List<TokenMatch> matches, RuleMatch choice)
    {
        var group = new List<TokenMatch>();
        var families = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in matches)
        {
            if (match.First < choice.First || match.Kind == MatchKind.Tag) continue;
            var gap = match.First - (group.Count == 0 ? choice.Last : group.Max(m => m.Last));
            if (gap > (group.Count == 0 ? FirstWithin : NextWithin)) break;
            if (families.Union(Families.OfExpression(match.Expression)).Count() > choice.Rule.Choice) break;
            families.UnionWith(Families.OfExpression(match.Expression));
            group.Add(match);
        }
        return group;
    }

    static List<TokenMatch> Before(List<TokenMatch> matches, RuleMatch choice)
    {
        var group = matches.FindAll(m => m.Kind != MatchKind.Tag && m.Last < choice.First && choice.First - m.Last < NextWithin);
        return group.SelectMany(m => Families.OfExpression(m.Expression)).Distinct().Count() <= -choice.Rule.Choice ? group : [];
    }

    // "MIT or GPL": the notices of the MIT licence and the GPL that follow are parts of the choice.
    static List<TokenMatch> WithoutMembers(List<TokenMatch> matches, bool behindOnly)
    {
        var choices = matches.FindAll(m => m.Expression.Contains(" OR ", StringComparison.Ordinal) && m.Kind != MatchKind.Tag);
        return choices.Count == 0 ? matches : matches.FindAll(m => m.Kind == MatchKind.Tag || !choices.Exists(c => !ReferenceEquals(c, m) && !(behindOnly && m.Last < c.First) && IsMember(m, c)));
    }

    static bool IsMember(TokenMatch match, TokenMatch choice)
    {
        var distance = Math.Max(match.First - choice.Last, choice.First - match.Last);
        if (distance >= MembersWithin || match.Expression.Length >= choice.Expression.Length) return false;
        var terms = Alternatives.Terms(choice.Expression).ToList();
        return Alternatives.Terms(match.Expression).All(m => terms.Exists(t => t == m || t.StartsWith(m + " WITH ", StringComparison.Ordinal)));
    }
}
