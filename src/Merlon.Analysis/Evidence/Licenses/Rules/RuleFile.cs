using System.Collections.Immutable;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Merlon.Analysis.Evidence.Licenses.Rules;

/// <summary>Reads the rule files, rules.yaml and exceptions.yaml.</summary>
internal static class RuleFile
{
    public static ImmutableArray<(Rule Rule, ImmutableArray<string> Phrases)> Read(string yaml)
    {
        var rows = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Row>>(yaml);
        return [.. rows.Select(r => (new Rule(r.Exception ?? r.License ?? "", r.Exception is not null, r.Weak, r.Mention, r.Choice, r.Covers), r.Phrases.ToImmutableArray()))];
    }

    sealed class Row
    {
        public string? License { get; set; }
        public string? Exception { get; set; }
        public bool Weak { get; set; }
        public bool Mention { get; set; }
        public int Choice { get; set; }
        public int Covers { get; set; }
        public List<string> Phrases { get; set; } = [];
    }
}
