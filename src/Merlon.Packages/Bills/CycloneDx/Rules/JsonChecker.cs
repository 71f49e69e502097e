using System.Runtime.InteropServices;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Holds JSON values against the rules of one version. Depth is bounded by the reader that made the values.</summary>
sealed class JsonChecker(JsonRules rules)
{
    readonly HashSet<string> refs = new(StringComparer.Ordinal);

    /// <summary>Reports everything that is wrong in the value; and a bom-ref that the document has seen before.</summary>
    public void Check(JsonElement value, Rule rule, RulePath path, Problems problems)
    {
        switch (rules.Resolve(rule))
        {
            case Rule.Named named: CheckObject(value, rules[named.Name], path, problems); break;
            case Rule.List list: CheckList(value, list, path, problems); break;
            case Rule.All all: foreach (var part in all.Of) Check(value, part, path, problems); break;
            case var other: if (!Holds(value, other)) problems.Add(path.ToString(), $"is not {RuleWords.Describe(other)}"); break;
        }
    }

    void CheckObject(JsonElement value, JsonDefinition definition, RulePath path, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add(path.ToString(), "is not an object");
            return;
        }
        foreach (var property in value.EnumerateObject()) CheckMember(property, definition, path, problems);
        foreach (var name in definition.Mandatory)
            if (!value.TryGetProperty(name, out _)) problems.Add(path.ToString(), $"lacks \"{name}\"");
        foreach (var constraint in definition.Constraints)
            if (!Holds(value, constraint)) problems.Add(path.ToString(), $"is not {RuleWords.Describe(constraint)}");
    }

    void CheckMember(JsonProperty property, JsonDefinition definition, RulePath path, Problems problems)
    {
        if (definition.Member(property) is not { } member)
        {
            if (!definition.IsOpen) problems.Add(path.ToString(), $"has an unknown member \"{property.Name}\"");
            return;
        }
        path.Enter(member.Name);
        Check(property.Value, member.Rule, path, problems);
        // Problems that nobody will see come from trying alternatives: those values are looked at again.
        if (member.Name == "bom-ref" && problems.AreReported && property.Value.ValueKind == JsonValueKind.String && !refs.Add(property.Value.GetString()!))
            problems.Add(path.ToString(), "is used twice");
        path.Leave();
    }

    void CheckList(JsonElement value, Rule.List list, RulePath path, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(path.ToString(), "is not a list");
            return;
        }
        var length = value.GetArrayLength();
        if (length < list.Min || length > list.Max) problems.Add(path.ToString(), $"has {length} items");
        var seen = list.Unique && length > 1 ? new HashSet<UInt128>() : null;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            path.Enter(index++);
            Check(item, list.Item, path, problems);
            if (seen?.Add(Digest(item)) == false) problems.Add(path.ToString(), "repeats an earlier item");
            path.Leave();
        }
    }

    /// <summary>A digest of the text: the same item written in another way counts as another.</summary>
    public static UInt128 Digest(JsonElement item) => ItemDigest.Of(JsonMarshal.GetRawUtf8Value(item));

    bool Holds(JsonElement value, Rule rule) => rules.Resolve(rule) switch
    {
        Rule.Anything => true,
        Rule.AnyObject => value.ValueKind == JsonValueKind.Object,
        Rule.Text text => value.ValueKind == JsonValueKind.String && (text.IsFree || TextChecks.Holds(text, value.GetString()!)),
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
        var problems = new Problems(areReported: false);
        Check(value, rule, new(""), problems);
        return problems.Count == 0;
    }

    static bool IsNumber(JsonElement value, Rule.Number rule) =>
        value.TryGetDecimal(out var number) && number >= rule.Min && number <= rule.Max && (!rule.Whole || decimal.IsInteger(number));
}
