namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Rules in words, for problems.</summary>
static class RuleWords
{
    public static string Describe(Rule rule) => rule switch
    {
        Rule.Words { Allowed.Count: <= 12 } words => string.Join(" or ", words.Allowed.Order(StringComparer.Ordinal)),
        Rule.Words => "one of the known values",
        Rule.Text { Format: { } format } => $"a text of the form {format}",
        Rule.Text { Pattern: { } pattern } => $"a text like {pattern}",
        Rule.Text { Min: > 0 } => "a text that is not empty",
        Rule.Text => "a text",
        Rule.Number => "a number within its bounds",
        Rule.Boolean => "true or false",
        Rule.Has has => $"an object with {string.Join(" and ", has.Members)}",
        Rule.One one => $"exactly one of: {string.Join("; ", one.Of.Select(Describe))}",
        Rule.Some some => $"one of: {string.Join("; ", some.Of.Select(Describe))}",
        Rule.Not not => $"other than {Describe(not.Inner)}",
        Rule.Named named => named.Name,
        Rule.List list => $"a list of {Describe(list.Item)}",
        _ => "what the specification asks for",
    };
}
