using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>A gram of the file (at word <paramref name="File"/>) that also stands in a text (at word <paramref name="Text"/>).</summary>
internal readonly record struct Hit(int File, int Text);

/// <summary>The grams that one file shares with each licence text, in file order. Reused from file to file.</summary>
internal sealed class TextHits
{
    const int LeastPassage = 16;

    // A passage that many licences share has a hundred times its own size in hits.
    const int MostBytes = 24 << 20;

    readonly GramIndex index;
    readonly List<Hit>[] byText;
    readonly List<int> touched = [];
    readonly List<(int Text, Hit Hit)> found = [];
    readonly ulong[] met = new ulong[1 << 10];
    readonly Remembered<Passage> before = new(MostBytes);

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
        var (known, run) = (0, 0);
        for (var end = 0; end < words.Length; end++)
        {
            known = words[end] == Tokens.Vocabulary.Unknown ? 0 : known + 1;
            var at = end - GramIndex.Length + 1;
            if (known >= GramIndex.Length && index.MayHave(GramIndex.Hash(words.Slice(at, GramIndex.Length)))) run++;
            else
            {
                Add(words, at - run, run);
                run = 0;
            }
        }
        Add(words, words.Length - GramIndex.Length + 1 - run, run);
    }

    // A run of so many grams, one word further each: a passage of some licence, which the next file is likely to have too.
    void Add(ReadOnlySpan<int> words, int from, int grams)
    {
        if (grams == 0) return;
        var run = words.Slice(from, grams + GramIndex.Length - 1);
        var bytes = MemoryMarshal.AsBytes(run);
        if (grams >= LeastPassage && before.TryRecall(bytes, out var passage))
        {
            passage.AddTo(this, from);
            return;
        }
        found.Clear();
        var isKept = grams >= LeastPassage && IsMetAgain(bytes);
        Collect(run, from, isKept);
        if (isKept) before.Keep(bytes, Passage.Of(found, from), found.Count * Unsafe.SizeOf<Hit>());
    }

    // To keep a passage takes longer than to read it: most are met once.
    bool IsMetAgain(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        var bit = (uint)hash.ToHashCode() % (uint)(met.Length * 64);
        var isMet = (met[bit >> 6] >> (int)(bit & 63) & 1) != 0;
        met[bit >> 6] |= 1UL << (int)(bit & 63);
        return isMet;
    }

    void Collect(ReadOnlySpan<int> run, int from, bool isKept)
    {
        for (var at = 0; at + GramIndex.Length <= run.Length; at++)
        {
            var hash = GramIndex.Hash(run.Slice(at, GramIndex.Length));
            foreach (var posting in index.Find(hash))
            {
                if (posting.Hash != hash) continue;
                if (isKept) found.Add((posting.Text, new(from + at, posting.At)));
                ListOf(posting.Text).Add(new(from + at, posting.At));
            }
        }
    }

    List<Hit> ListOf(int text)
    {
        var list = byText[text];
        if (list.Count == 0) touched.Add(text);
        return list;
    }

    /// <summary>The hits of a passage, text by text; words of the file count from its beginning.</summary>
    sealed class Passage((int Text, Hit[] Hits)[] texts)
    {
        // In the order in which the texts were met first.
        public static Passage Of(List<(int Text, Hit Hit)> found, int from) =>
            new([.. found.GroupBy(static f => f.Text, f => f.Hit with { File = f.Hit.File - from }).Select(static g => (g.Key, g.ToArray()))]);

        public void AddTo(TextHits to, int from)
        {
            foreach (var (text, hits) in texts)
            {
                var list = to.ListOf(text);
                var count = list.Count;
                CollectionsMarshal.SetCount(list, count + hits.Length);
                var added = CollectionsMarshal.AsSpan(list)[count..];
                for (var h = 0; h < hits.Length; h++) added[h] = new(hits[h].File + from, hits[h].Text);
            }
        }
    }
}
