using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Merlon.Analysis.Evidence.Licenses.Spdx;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>Reads variants.yaml: other wordings of published texts that are the same licence.</summary>
internal static class VariantFile
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The published texts and the variants; a variant that says "instead" takes the published text's place.</summary>
    public static ImmutableArray<SpdxLicense> AddTo(IReadOnlyCollection<SpdxLicense> published, string yaml)
    {
        var rows = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Row>>(yaml);
        var replaced = rows.Where(r => r.Instead).Select(r => r.License).ToHashSet(StringComparer.Ordinal);
        return [.. published.Where(l => !replaced.Contains(l.Id)), .. rows.Select(r => Variant(r, published))];
    }

    static SpdxLicense Variant(Row row, IReadOnlyCollection<SpdxLicense> published)
    {
        if (row.Text is not null) return new(row.License, "", "", row.Text);
        var text = published.First(l => l.Id == (row.Of ?? row.License)).Text;
        if (row.Until is not null) text = text[..Find(text, row.Until, row.License)];
        foreach (var (old, wording) in row.Replace) text = Replace(text, old, wording, row.License);
        return new(row.License, "", "", text);
    }

    static int Find(string text, string phrase, string license) => text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is > 0 and var at
        ? at : throw new FormatException($"variants.yaml: {license} does not say \"{phrase}\".");

    // White space is free in both.
    static string Replace(string text, string old, string wording, string license)
    {
        var words = string.Join("\\s+", old.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        var changed = Regex.Replace(text, words, wording.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, Patience);
        return changed != text ? changed : throw new FormatException($"variants.yaml: {license} does not say \"{old}\".");
    }

    sealed class Row
    {
        public string License { get; set; } = "";
        public string? Of { get; set; }
        public bool Instead { get; set; }
        public string? Until { get; set; }
        public string? Text { get; set; }
        public Dictionary<string, string> Replace { get; set; } = [];
    }
}
