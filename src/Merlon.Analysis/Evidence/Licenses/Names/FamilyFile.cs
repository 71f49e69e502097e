using System.Collections.Immutable;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>A way to write a family's name; a short one names it only in a licensing context.</summary>
internal sealed record FamilyName(string Phrase, Family Family, bool Short);

/// <summary>Reads families.yaml.</summary>
internal static class FamilyFile
{
    public static ImmutableArray<FamilyName> Read(string yaml)
    {
        var rows = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
            .Deserialize<List<Row>>(yaml);
        return [.. rows.SelectMany(Names)];
    }

    static IEnumerable<FamilyName> Names(Row row)
    {
        var family = new Family(row.Id, row.In ?? row.Id, row.Gnu, row.Versions.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase), row.Bare) { IsProduct = row.Product };
        return row.Names.Select(n => new FamilyName(n, family, Short: false)).Concat(row.Short.Select(n => new FamilyName(n, family, Short: true)));
    }

    sealed class Row
    {
        public string Id { get; set; } = "";
        public string? In { get; set; }
        public bool Gnu { get; set; }
        public bool Product { get; set; }
        public List<string> Names { get; set; } = [];
        public List<string> Short { get; set; } = [];
        public Dictionary<string, string> Versions { get; set; } = [];
        public string? Bare { get; set; }
    }
}
