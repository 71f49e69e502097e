using System.Collections.Frozen;
using YamlDotNet.Serialization;

namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>The word lists of copyright-words.yaml.</summary>
internal sealed class WordLists
{
    readonly FrozenDictionary<string, WordKind> kinds;

    public WordLists(string yaml)
    {
        var lists = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(yaml);
        var all = new Dictionary<string, WordKind>(StringComparer.Ordinal);
        foreach (var (name, words) in lists)
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) all.TryAdd(word, KindOf(name));
        kinds = all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The kind of a listed word, given in lower case without punctuation; null for an unlisted one.</summary>
    public WordKind? Find(string lower) => kinds.TryGetValue(lower, out var kind) ? kind : null;

    static WordKind KindOf(string list) => list == "stop" ? WordKind.Other : Enum.Parse<WordKind>(list, ignoreCase: true);
}
