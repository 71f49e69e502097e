namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>A set of words, asked by number in constant time.</summary>
internal sealed class WordSet
{
    readonly bool[] members;

    public WordSet(Vocabulary vocabulary, string words)
    {
        var ids = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => vocabulary.Add(System.Text.Encoding.UTF8.GetBytes(w))).ToList();
        members = new bool[ids.Max() + 1];
        foreach (var id in ids) members[id] = true;
    }

    public bool Has(int word) => word < members.Length && members[word];
}
