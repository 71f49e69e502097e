using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>An object's members and what else holds for it; or, with an alias, another rule's name.</summary>
sealed record JsonDefinition(FrozenDictionary<string, RuleMember> Members, Rule[] Constraints, bool IsOpen, Rule? Alias)
{
    const int LongestName = 64;

    readonly FrozenDictionary<string, RuleMember>.AlternateLookup<ReadOnlySpan<char>> byName = Members.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The member that the property is, or null; without a text for each of the names, which are most of a document.</summary>
    public RuleMember? Member(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        Span<char> name = stackalloc char[LongestName];
        if (raw.Length > LongestName || raw.Contains((byte)'\\') || Ascii.ToUtf16(raw, name, out var length) != OperationStatus.Done) return Members.GetValueOrDefault(property.Name);
        return byName.TryGetValue(name[..length], out var member) ? member : null;
    }

    /// <summary>The names of the members that may not be missing.</summary>
    public string[] Mandatory { get; } = [.. Members.Where(static member => member.Value.IsMandatory).Select(static member => member.Key)];
}

/// <summary>One member and what its value has to be.</summary>
sealed record RuleMember(string Name, Rule Rule, bool IsMandatory);

/// <summary>The rules of one version of CycloneDX for JSON documents; read once per process and version.</summary>
sealed class JsonRules
{
    public const int OldestVersion = 2;
    public const int NewestVersion = 7;

    static readonly ConcurrentDictionary<int, JsonRules> ByVersion = new();

    readonly FrozenDictionary<string, JsonDefinition> definitions;

    JsonRules(int minorVersion) => definitions = RuleFile.Read("json-rules.txt", minorVersion)
        .GroupBy(static line => line.Definition, static line => line.Text, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => Definition(group.Where(static text => text.Length > 0)), StringComparer.Ordinal);

    public static JsonRules Of(int minorVersion) => ByVersion.GetOrAdd(minorVersion, static version => new(version));

    public JsonDefinition Root => definitions["bom"];

    public JsonDefinition this[string name] => definitions[name];

    /// <summary>The rule behind names that stand for another rule.</summary>
    public Rule Resolve(Rule rule)
    {
        while (rule is Rule.Named named && definitions[named.Name].Alias is { } alias) rule = alias;
        return rule;
    }

    /// <summary>Names that the rules use and do not define: mistakes in the rule file.</summary>
    public IEnumerable<string> UnknownNames() => definitions.Values
        .SelectMany(static d => d.Members.Values.Select(static member => member.Rule).Concat(d.Constraints).Concat(d.Alias is null ? [] : [d.Alias]))
        .SelectMany(static rule => rule.Names())
        .Where(name => !definitions.ContainsKey(name));

    static JsonDefinition Definition(IEnumerable<string> lines)
    {
        var members = new Dictionary<string, RuleMember>(StringComparer.Ordinal);
        var constraints = new List<Rule>();
        var isOpen = false;
        Rule? alias = null;
        foreach (var line in lines)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (name, rule) = (line[..space], RuleParser.Parse(line[space..]));
            if (name == "?") constraints.Add(rule);
            else if (name == "=") alias = rule;
            else if (name == "*") isOpen = true;
            else members[name.TrimEnd('!')] = new(name.TrimEnd('!'), rule, name.EndsWith('!'));
        }
        return new(members.ToFrozenDictionary(StringComparer.Ordinal), [.. constraints], isOpen, alias);
    }
}
