using System.Runtime.InteropServices;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Holds JSON values against the rules of one version. Depth is bounded by the reader that made the values. Not for several threads.</summary>
sealed class JsonChecker
{
    readonly HashSet<UInt128> refs = [];
    readonly char[] room = new char[JsonChars.UsualLength];

    // What is wrong with an alternative that is only tried is told to nobody.
    readonly RulePath nowhere = new("");

    /// <summary>Reports everything that is wrong in the value; and a bom-ref that the document has seen before.</summary>
    public void Check(JsonElement value, Rule rule, RulePath path, Problems problems)
    {
        switch (JsonRules.Resolve(rule))
        {
            case Rule.Named named: CheckObject(value, named.Definition!, path, problems); break;
            case Rule.List list: CheckList(value, list, path, problems); break;
            case Rule.All all: foreach (var part in all.Of) Check(value, part, path, problems); break;
            case var other: if (!Holds(value, other)) problems.Add(path, other); break;
        }
    }

    void CheckObject(JsonElement value, JsonDefinition definition, RulePath path, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add(path, "is not an object");
            return;
        }
        var missing = definition.MandatoryBits;
        foreach (var property in value.EnumerateObject())
        {
            missing &= ~CheckMember(property, definition, path, problems);
            if (problems.AreEnough) return;
        }
        if (missing != 0) TellMissing(missing, definition, path, problems);
        foreach (var constraint in definition.Constraints)
            if (!Holds(value, constraint)) problems.Add(path, constraint);
    }

    static void TellMissing(ulong missing, JsonDefinition definition, RulePath path, Problems problems)
    {
        foreach (var member in definition.Mandatory)
            if ((member.Bit & missing) != 0) problems.Add(path, $"lacks \"{member.Name}\"");
    }

    // The bit of the member, when it may not be missing.
    ulong CheckMember(JsonProperty property, JsonDefinition definition, RulePath path, Problems problems)
    {
        if (definition.Member(property, room) is not { } member)
        {
            if (!definition.IsOpen) problems.Add(path, $"has an unknown member \"{property.Name}\"");
            return 0;
        }
        path.Enter(member.Name);
        Check(property.Value, member.Rule, path, problems);
        // Problems that nobody will see come from trying alternatives: those values are looked at again.
        if (member.Name == "bom-ref" && problems.AreReported && property.Value.ValueKind == JsonValueKind.String && !refs.Add(JsonChars.Digest(property.Value)))
            problems.Add(path, "is used twice");
        path.Leave();
        return member.Bit;
    }

    void CheckList(JsonElement value, Rule.List list, RulePath path, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(path, "is not a list");
            return;
        }
        var length = value.GetArrayLength();
        if (length < list.Min || length > list.Max) problems.Add(path, $"has {length} items");
        var seen = new SeenItems(list.Unique && length > 1);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            path.Enter(index++);
            Check(item, list.Item, path, problems);
            if (!seen.Add(item)) problems.Add(path, "repeats an earlier item");
            path.Leave();
            if (problems.AreEnough) return;
        }
    }

    /// <summary>A digest of the text: the same item written in another way counts as another.</summary>
    public static UInt128 Digest(JsonElement item) => ItemDigest.Of(JsonMarshal.GetRawUtf8Value(item));

    bool Holds(JsonElement value, Rule rule) => JsonRules.Resolve(rule) switch
    {
        Rule.Anything => true,
        Rule.AnyObject => value.ValueKind == JsonValueKind.Object,
        Rule.Text text => value.ValueKind == JsonValueKind.String && (text.IsFree || TextChecks.Holds(text, JsonChars.Of(value, room))),
        Rule.Words words => value.ValueKind == JsonValueKind.String && words.Allows(JsonChars.Of(value, room)),
        Rule.Number number => value.ValueKind == JsonValueKind.Number && IsNumber(value, number),
        Rule.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        Rule.One one => CountOf(value, one.Of, enough: 2) == 1,
        Rule.Some some => CountOf(value, some.Of, enough: 1) > 0,
        Rule.Not not => !Holds(value, not.Inner),
        Rule.Has has => value.ValueKind == JsonValueKind.Object && HasAll(value, has.Members),
        Rule.FalseOrMissing member => !value.TryGetProperty(member.Member, out var flag) || flag.ValueKind == JsonValueKind.False,
        var structure => IsFaultless(value, structure),
    };

    // How many of the rules hold; no more are looked at when it is enough.
    int CountOf(JsonElement value, Rule[] of, int enough)
    {
        var count = 0;
        foreach (var part in of)
            if (Holds(value, part) && ++count == enough) break;
        return count;
    }

    static bool HasAll(JsonElement value, string[] members)
    {
        foreach (var member in members)
            if (!value.TryGetProperty(member, out _)) return false;
        return true;
    }

    bool IsFaultless(JsonElement value, Rule rule)
    {
        var problems = new Problems(areReported: false);
        Check(value, rule, nowhere, problems);
        return problems.Count == 0;
    }

    static bool IsNumber(JsonElement value, Rule.Number rule) =>
        value.TryGetDecimal(out var number) && number >= rule.Min && number <= rule.Max && (!rule.Whole || decimal.IsInteger(number));
}
