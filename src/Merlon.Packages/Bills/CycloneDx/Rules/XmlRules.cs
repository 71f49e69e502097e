using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>What an element may carry: attributes, and children in order or a text.</summary>
/// <param name="Attributes">Those without a namespace, by name.</param>
/// <param name="AllowsAnyAttribute">Whether attributes that are not listed may stand without a namespace.</param>
/// <param name="Children">What the children have to be; null where the content is text.</param>
/// <param name="Text">What the text has to be; null where the content is elements.</param>
/// <param name="AllowsText">Whether text may stand between the elements.</param>
sealed record XmlDefinition(FrozenDictionary<string, RuleMember> Attributes, bool AllowsAnyAttribute, ContentModel? Children, Rule? Text, bool AllowsText)
{
    /// <summary>The names of the attributes that may not be missing.</summary>
    public string[] MandatoryAttributes { get; } = [.. Attributes.Where(static a => a.Value.IsMandatory).Select(static a => a.Key)];
}

/// <summary>The rules of one version of CycloneDX for XML documents; read once per process and version.</summary>
sealed class XmlRules
{
    public const int OldestVersion = 0;
    public const int NewestVersion = 7;

    static readonly ConcurrentDictionary<int, XmlRules> ByVersion = new();

    readonly FrozenDictionary<string, XmlDefinition> definitions;
    readonly ConcurrentDictionary<string, XmlDefinition> inline = new(StringComparer.Ordinal);

    XmlRules(int minorVersion) => definitions = RuleFile.Read("xml-rules.txt", minorVersion)
        .GroupBy(static line => line.Definition, static line => line.Text, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => Definition(group.Where(static text => text.Length > 0)), StringComparer.Ordinal);

    public static XmlRules Of(int minorVersion) => ByVersion.GetOrAdd(minorVersion, static version => new(version));

    /// <summary>A definition by its name, or, where the file gives a rule instead, one with that rule as its text.</summary>
    public XmlDefinition this[string name] => definitions.TryGetValue(name, out var known) ? known : inline.GetOrAdd(name, static rule => Definition(["= " + rule]));

    /// <summary>The rule behind names that stand for another rule.</summary>
    public Rule Resolve(Rule rule)
    {
        while (rule is Rule.Named named && definitions[named.Name].Text is { } alias) rule = alias;
        return rule;
    }

    /// <summary>Names that the rules use and do not define: mistakes in the rule file.</summary>
    public IEnumerable<string> UnknownNames() => definitions.Values
        .SelectMany(static d => d.Attributes.Values.Select(static attribute => attribute.Rule).Concat(d.Text is null ? [] : [d.Text]))
        .Concat(definitions.Values.SelectMany(static d => d.Children?.Definitions ?? []).Where(static name => name != ContentModel.Other).Select(AsRule))
        .SelectMany(static rule => rule.AllNamed())
        .Select(static named => named.Name)
        .Where(name => !definitions.ContainsKey(name));

    static Rule AsRule(string definition) => RuleParser.Parse(definition);

    static XmlDefinition Definition(IEnumerable<string> lines)
    {
        var attributes = new Dictionary<string, RuleMember>(StringComparer.Ordinal);
        var particles = new List<string>();
        var (anyAttribute, mixed) = (false, false);
        Rule? text = null;
        foreach (var line in lines)
        {
            if (line == "@* any") anyAttribute = true;
            else if (line == "mixed") mixed = true;
            else if (line.StartsWith("@*", StringComparison.Ordinal)) continue;
            else if (line[0] == '@') Add(attributes, line[1..]);
            else if (line.StartsWith("= ", StringComparison.Ordinal)) text = RuleParser.Parse(line[2..]);
            else particles.Add(line);
        }
        return new(attributes.ToFrozenDictionary(StringComparer.Ordinal), anyAttribute, text is null ? ContentModel.Parse(particles) : null, text, mixed);
    }

    static void Add(Dictionary<string, RuleMember> attributes, string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var name = line[..space].TrimEnd('!');
        attributes[name] = new(name, RuleParser.Parse(line[space..]), line[space - 1] == '!');
    }
}
