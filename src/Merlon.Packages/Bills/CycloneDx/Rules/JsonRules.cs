using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>An object's members and what else holds for it; or, with an alias, another rule's name.</summary>
sealed record JsonDefinition(FrozenDictionary<string, RuleMember> Members, Rule[] Constraints, bool IsOpen, Rule? Alias)
{
    readonly FrozenDictionary<string, RuleMember>.AlternateLookup<ReadOnlySpan<char>> byName = Members.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The member that the property is, or null; <paramref name="room"/> spares a text for each of the names, which are most of a document.</summary>
    public RuleMember? Member(JsonProperty property, Span<char> room) => byName.TryGetValue(JsonChars.OfName(property, room), out var member) ? member : null;

    /// <summary>The members that may not be missing.</summary>
    public RuleMember[] Mandatory { get; } = [.. Members.Values.Where(static member => member.IsMandatory)];

    /// <summary>A bit for each of them.</summary>
    public ulong MandatoryBits { get; } = Members.Values.Aggregate(0UL, static (bits, member) => bits | member.Bit);

    /// <summary>Every rule that stands here.</summary>
    public IEnumerable<Rule> Rules => Members.Values.Select(static member => member.Rule).Concat(Constraints).Concat(Alias is null ? [] : [Alias]);
}

/// <summary>One member and what its value has to be.</summary>
sealed record RuleMember(string Name, Rule Rule, bool IsMandatory)
{
    /// <summary>In a JSON object: its own among the members that may not be missing; 0 for one that may.</summary>
    public ulong Bit { get; init; }
}

/// <summary>The rules of one version of CycloneDX for JSON documents; read once per process and version.</summary>
sealed class JsonRules
{
    public const int OldestVersion = 2;
    public const int NewestVersion = 7;

    static readonly ConcurrentDictionary<int, JsonRules> ByVersion = new();

    readonly FrozenDictionary<string, JsonDefinition> definitions;

    JsonRules(int minorVersion)
    {
        definitions = Read(minorVersion);
        foreach (var named in definitions.Values.SelectMany(static definition => definition.Rules).SelectMany(static rule => rule.AllNamed()))
            named.Definition = definitions.GetValueOrDefault(named.Name);
    }

    static FrozenDictionary<string, JsonDefinition> Read(int minorVersion) => RuleFile.Read("json-rules.txt", minorVersion)
        .GroupBy(static line => line.Definition, static line => line.Text, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => Definition(group.Where(static text => text.Length > 0)), StringComparer.Ordinal);

    public static JsonRules Of(int minorVersion) => ByVersion.GetOrAdd(minorVersion, static version => new(version));

    public JsonDefinition Root => definitions["bom"];

    /// <summary>The rule behind names that stand for another rule.</summary>
    public static Rule Resolve(Rule rule)
    {
        while (rule is Rule.Named { Definition.Alias: { } alias }) rule = alias;
        return rule;
    }

    /// <summary>Names that the rules use and do not define: mistakes in the rule file.</summary>
    public IEnumerable<string> UnknownNames() => definitions.Values
        .SelectMany(static definition => definition.Rules)
        .SelectMany(static rule => rule.AllNamed())
        .Select(static named => named.Name)
        .Where(name => !definitions.ContainsKey(name));

    static JsonDefinition Definition(IEnumerable<string> lines)
    {
        var members = new Dictionary<string, RuleMember>(StringComparer.Ordinal);
        var constraints = new List<Rule>();
        var isOpen = false;
        var mandatory = 1UL;
        Rule? alias = null;
        foreach (var line in lines)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (name, rule) = (line[..space], RuleParser.Parse(line[space..]));
            if (name == "?") constraints.Add(rule);
            else if (name == "=") alias = rule;
            else if (name == "*") isOpen = true;
            else if (!name.EndsWith('!')) members[name] = new(name, rule, IsMandatory: false);
            else
            {
                members[name[..^1]] = new(name[..^1], rule, IsMandatory: true) { Bit = mandatory };
                mandatory <<= 1;
            }
        }
        return new(members.ToFrozenDictionary(StringComparer.Ordinal), [.. constraints], isOpen, alias);
    }
}
