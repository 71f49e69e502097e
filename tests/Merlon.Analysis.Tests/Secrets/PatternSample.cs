using System.Text;

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Makes a text that a kind's pattern matches: classes, groups, alternatives, quantifiers; an open quantifier gives a few more than its least.</summary>
sealed class PatternSample(string pattern, Made made)
{
    int at;

    public static string Of(string pattern, Made made) => new PatternSample(pattern, made).Alternatives();

    string Alternatives()
    {
        var all = new List<string> { Sequence() };
        while (at < pattern.Length && pattern[at] == '|')
        {
            at++;
            all.Add(Sequence());
        }
        return all[made.Next(all.Count)];
    }

    string Sequence()
    {
        var text = new StringBuilder();
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
        {
            var start = at;
            var atom = Atom();
            var end = at;
            var (least, most) = Quantifier();
            var after = at;
            var count = least + made.Next(Math.Min(most - least, 3) + 1);
            for (var i = 0; i < count; i++)
            {
                at = start;
                text.Append(i == 0 ? atom : Atom());
                at = end;
            }
            at = after;
        }
        return text.ToString();
    }

    string Atom()
    {
        switch (pattern[at++])
        {
            case '\\': return pattern[at++] is 'S' or 's' ? made.Of(Made.Alphanumeric, 1) : pattern[at - 1].ToString();
            case '.': return made.Of(Made.Alphanumeric, 1);
            case '[': return made.Of(Class(), 1);
            case '(':
                if (pattern[at] == '?') at += 2;
                var inside = Alternatives();
                at++;
                return inside;
            default: return pattern[at - 1].ToString();
        }
    }

    string Class()
    {
        var characters = new StringBuilder();
        var negated = pattern[at] == '^';
        for (; pattern[at] != ']'; at++)
        {
            if (pattern[at] == '\\') at++;
            if (pattern[at + 1] == '-' && pattern[at + 2] != ']')
            {
                for (var c = pattern[at]; c <= pattern[at + 2]; c++) characters.Append(c);
                at += 2;
            }
            else characters.Append(pattern[at]);
        }
        at++;
        return negated ? Made.Alphanumeric : characters.ToString();
    }

    (int Least, int Most) Quantifier()
    {
        if (at >= pattern.Length) return (1, 1);
        switch (pattern[at])
        {
            case '?': at++; return (0, 1);
            case '*': at++; return (0, 4);
            case '+': at++; return (1, 5);
            case '{': break;
            default: return (1, 1);
        }
        var text = pattern[(at + 1)..(at = pattern.IndexOf('}', at))].Split(',');
        at++;
        var least = int.Parse(text[0]);
        return (least, text.Length == 1 ? least : text[1].Length == 0 ? least + 8 : int.Parse(text[1]));
    }
}
