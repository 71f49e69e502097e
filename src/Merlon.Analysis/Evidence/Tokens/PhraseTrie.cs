namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>Many phrases asked at once: at a word, the longest phrase that starts there.</summary>
internal sealed class PhraseTrie<T> where T : class
{
    readonly Dictionary<(int Node, int Word), int> edges = [];
    readonly List<T?> values = [null];
    bool[] starts = [];

    public void Add(ReadOnlySpan<int> phrase, T value)
    {
        var node = 0;
        foreach (var word in phrase)
        {
            if (!edges.TryGetValue((node, word), out var next))
            {
                edges.Add((node, word), next = values.Count);
                values.Add(null);
            }
            node = next;
        }
        if (starts.Length <= phrase[0]) Array.Resize(ref starts, (phrase[0] + 1) * 2);
        starts[phrase[0]] = true;
        values[node] ??= value;
    }

    /// <summary>The value of the longest phrase at <paramref name="at"/> and how many words it has; null and 0 when none starts there.</summary>
    public (T? Value, int Length) Longest(ReadOnlySpan<int> words, int at)
    {
        if (words[at] >= starts.Length || !starts[words[at]]) return (null, 0);
        var (best, length, node) = ((T?)null, 0, 0);
        for (var i = at; i < words.Length && edges.TryGetValue((node, words[i]), out var next); i++)
        {
            node = next;
            if (values[node] is { } value) (best, length) = (value, i - at + 1);
        }
        return (best, length);
    }
}
