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
    readonly FrozenDictionary<string, Sibling[]> byText;

    public Siblings(string yaml, Vocabulary vocabulary)
    {
        var rows = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<List<Row>>(yaml);
        var tokens = new TokenList();
        var tokenizer = new Tokenizer(vocabulary);
        byText = rows.GroupBy(r => r.Text).ToFrozenDictionary(g => g.Key, g => g.Select(Read).ToArray(), StringComparer.Ordinal);

        Sibling Read(Row row) => new(row.License, [.. row.Says.Select(Words)], [.. row.Lacks.Select(Words)]);

        int[] Words(string phrase)
        {
            tokenizer.Read(Encoding.UTF8.GetBytes(phrase), tokens, learn: true);
            return tokens.Words.ToArray();
        }
    }

    /// <summary>What stands for no licence at all.</summary>
    public const string None = "none";

    /// <summary>The licence that the stretch of words is, when it was found to be the text of <paramref name="id"/>.</summary>
    public string Of(string id, ReadOnlySpan<int> words)
    {
        if (!byText.TryGetValue(id, out var siblings)) return id;
        foreach (var sibling in siblings)
            if (sibling.Is(words)) return sibling.License;
        return id;
    }

    sealed record Sibling(string License, int[][] Says, int[][] Lacks)
    {
        /// <summary>One of the phrases stands in the words, or, when it is told by what it lacks, none of them.</summary>
        public bool Is(ReadOnlySpan<int> words) => Lacks.Length > 0 ? !HasOne(Lacks, words) : HasOne(Says, words);

        static bool HasOne(int[][] phrases, ReadOnlySpan<int> words)
        {
            foreach (var phrase in phrases)
                if (words.IndexOf(phrase) >= 0) return true;
            return false;
        }
    }

    sealed class Row
    {
        public string Text { get; set; } = "";
        public string License { get; set; } = "";
        public List<string> Says { get; set; } = [];
        public List<string> Lacks { get; set; } = [];
    }
}
