using System.Collections.Frozen;
using System.Text;
using Merlon.Analysis.Evidence.Tokens;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// Tells licences apart whose texts differ by a name or a phrase alone (siblings.yaml): the alignment cannot, for names are free.
/// </summary>
internal sealed class Siblings
{
    readonly FrozenDictionary<string, (string License, int[] Words)[]> byText;

    public Siblings(string yaml, Vocabulary vocabulary)
    {
        var rows = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Row>>(yaml);
        var tokens = new TokenList();
        var tokenizer = new Tokenizer(vocabulary);
        byText = rows.SelectMany(r => r.Says.Select(s => (r.Text, r.License, Words: Words(s)))).GroupBy(r => r.Text)
            .ToFrozenDictionary(g => g.Key, g => g.Select(r => (r.License, r.Words)).ToArray(), StringComparer.Ordinal);

        int[] Words(string phrase)
        {
            tokenizer.Read(Encoding.UTF8.GetBytes(phrase), tokens, learn: true);
            return tokens.Words.ToArray();
        }
    }

    /// <summary>The licence that the stretch of words is, when it was found to be the text of <paramref name="id"/>.</summary>
    public string Of(string id, ReadOnlySpan<int> words)
    {
        if (!byText.TryGetValue(id, out var siblings)) return id;
        foreach (var (license, phrase) in siblings)
            if (words.IndexOf(phrase) >= 0) return license;
        return id;
    }

    sealed class Row
    {
        public string Text { get; set; } = "";
        public string License { get; set; } = "";
        public List<string> Says { get; set; } = [];
    }
}
