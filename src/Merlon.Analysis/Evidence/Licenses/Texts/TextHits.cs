using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>A gram of the file (at word <paramref name="File"/>) that also stands in a text (at word <paramref name="Text"/>).</summary>
internal readonly record struct Hit(int File, int Text);

/// <summary>The grams that one file shares with each licence text, in file order. Reused from file to file.</summary>
internal sealed class TextHits
{
    readonly GramIndex index;
    readonly List<Hit>[] byText;
    readonly List<int> touched = [];

    public TextHits(GramIndex index, ImmutableArray<LicenseText> texts)
    {
        this.index = index;
        byText = new List<Hit>[texts.Length];
        for (var t = 0; t < byText.Length; t++) byText[t] = [];
    }

    /// <summary>The texts that share a gram with the file.</summary>
    public IReadOnlyList<int> Touched => touched;

    public List<Hit> Of(int text) => byText[text];

    public void Read(ReadOnlySpan<int> words)
    {
        foreach (var t in touched) byText[t].Clear();
        touched.Clear();
        var known = 0;
        for (var end = 0; end < words.Length; end++)
        {
            known = words[end] == Tokens.Vocabulary.Unknown ? 0 : known + 1;
            if (known >= GramIndex.Length) Collect(words.Slice(end - GramIndex.Length + 1, GramIndex.Length), end - GramIndex.Length + 1);
        }
    }

    void Collect(ReadOnlySpan<int> gram, int at)
    {
        var hash = GramIndex.Hash(gram);
        foreach (var posting in index.Find(hash))
        {
            if (posting.Hash != hash) continue;
            var hits = byText[posting.Text];
            if (hits.Count == 0) touched.Add(posting.Text);
            hits.Add(new(at, posting.At));
        }
    }
}
