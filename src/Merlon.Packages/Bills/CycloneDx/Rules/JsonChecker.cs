using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Holds JSON values against the rules of one version. Depth is bounded by the reader that made the values.</summary>
sealed class JsonChecker(JsonRules rules)
{
    /// <summary>Reports everything that is wrong in the value.</summary>
    public void Check(JsonElement value, Rule rule, string path, Problems problems)
    {
        switch (rules.Resolve(rule))
        {
            case Rule.Named named: CheckObject(value, rules[named.Name], path, problems); break;
            case Rule.List list: CheckList(value, list, path, problems); break;
            case Rule.All all: foreach (var part in all.Of) Check(value, part, path, problems); break;
            case var other: if (!Holds(value, other)) problems.Add(path, $"is not {Describe(other)}"); break;
        }
    }

    /// <summary>Reports mandatory members that are missing and constraints that do not hold, once all members are known.</summary>
    public static void CheckMissing(JsonDefinition definition, Func<string, bool> has, string path, Problems problems)
    {
        foreach (var (name, member) in definition.Members)
            if (member.IsMandatory && !has(name)) problems.Add(path, $"lacks \"{name}\"");
    }

    void CheckObject(JsonElement value, JsonDefinition definition, string path, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add(path, "is not an object");
            return;
        }
        foreach (var property in value.EnumerateObject())
        {
            if (definition.Members.TryGetValue(property.Name, out var member)) Check(property.Value, member.Rule, $"{path}/{property.Name}", problems);
            else if (!definition.IsOpen) problems.Add(path, $"has an unknown member \"{property.Name}\"");
        }
        CheckMissing(definition, name => value.TryGetProperty(name, out _), path, problems);
        foreach (var constraint in definition.Constraints)
            if (!Holds(value, constraint)) problems.Add(path, $"is not {Describe(constraint)}");
    }

    void CheckList(JsonElement value, Rule.List list, string path, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(path, "is not a list");
            return;
        }
        var length = value.GetArrayLength();
        if (length < list.Min || length > list.Max) problems.Add(path, $"has {length} items");
        var seen = list.Unique ? new HashSet<UInt128>() : null;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Check(item, list.Item, $"{path}/{index}", problems);
            if (seen?.Add(Digest(item)) == false) problems.Add($"{path}/{index}", "repeats an earlier item");
            index++;
        }
    }

    /// <summary>Half a SHA-256 of the text: the same item written in another way counts as another.</summary>
    public static UInt128 Digest(JsonElement item) =>
        MemoryMarshal.Read<UInt128>(SHA256.HashData(JsonMarshal.GetRawUtf8Value(item)));

    bool Holds(JsonElement value, Rule rule) => rules.Resolve(rule) switch
    {
        Rule.Anything => true,
        Rule.AnyObject => value.ValueKind == JsonValueKind.Object,
        Rule.Text text => value.ValueKind == JsonValueKind.String && TextChecks.Holds(text, value.GetString()!),
        Rule.Words words => value.ValueKind == JsonValueKind.String && words.Allowed.Contains(value.GetString()!),
        Rule.Number number => value.ValueKind == JsonValueKind.Number && IsNumber(value, number),
        Rule.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        Rule.One one => one.Of.Count(part => Holds(value, part)) == 1,
        Rule.Some some => some.Of.Any(part => Holds(value, part)),
        Rule.Not not => !Holds(value, not.Inner),
        Rule.Has has => value.ValueKind == JsonValueKind.Object && has.Members.All(member => value.TryGetProperty(member, out _)),
        Rule.FalseOrMissing member => !value.TryGetProperty(member.Member, out var flag) || flag.ValueKind == JsonValueKind.False,
        var structure => IsFaultless(value, structure),
    };

    bool IsFaultless(JsonElement value, Rule rule)
    {
        var problems = new Problems();
        Check(value, rule, "", problems);
        return problems.Count == 0;
    }

    static bool IsNumber(JsonElement value, Rule.Number rule) =>
        value.TryGetDecimal(out var number) && number >= rule.Min && number <= rule.Max && (!rule.Whole || decimal.IsInteger(number));

    static string Describe(Rule rule) => rule switch
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
        _ => "what the specification asks for",
    };
}
