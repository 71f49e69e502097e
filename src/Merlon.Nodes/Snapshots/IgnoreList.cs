using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// What a diff leaves out: a tree section -> sub-section -> item -> list of attributes, in which <c>*</c> stands for any run
/// of characters at any level (<c>{"files": {"*": {"/var/log/*": ["checksum", "size"]}}}</c>). An empty object or list
/// ignores everything below it: <c>{"users": {}}</c> is all users.
/// </summary>
public sealed class IgnoreList
{
    const int MaximumRules = 10_000;
    readonly ImmutableArray<Rule> rules;

    IgnoreList(ImmutableArray<Rule> rules) => this.rules = rules;

    public static IgnoreList Empty { get; } = new([]);

    public bool IsEmpty => rules.IsEmpty;

    /// <summary>Reads a list; says in words what is wrong with one that cannot be read.</summary>
    public static bool TryRead(JsonElement tree, [NotNullWhen(true)] out IgnoreList? list, [NotNullWhen(false)] out string? error)
    {
        var found = ImmutableArray.CreateBuilder<Rule>();
        error = tree.ValueKind == JsonValueKind.Object ? Gather(tree, [], found) : "An ignore list is an object of sections.";
        list = error is null ? new IgnoreList(found.ToImmutable()) : null;
        return error is null;
    }

    /// <summary>Both lists in one, as for a node that is in several groups.</summary>
    public IgnoreList And(IgnoreList other) => new(rules.AddRange(other.rules));

    /// <summary>Whether the item's attribute is to be left out.</summary>
    public bool Covers(ItemPath path, string attribute) => rules.Any(rule => rule.Covers(path, attribute));

    /// <summary>Whether the whole item is to be left out.</summary>
    public bool Covers(ItemPath path) => rules.Any(rule => rule.Covers(path));

    /// <summary>Parts a change into what is shown and what is ignored; one of them may be null, never both.</summary>
    public (ItemChange? Kept, ItemChange? Ignored) Split(ItemChange change)
    {
        var here = rules.Where(rule => rule.Reaches(change.Path)).ToList();
        if (here.Count == 0) return (change, null);
        if (here.Exists(rule => rule.Covers(change.Path))) return (null, change);
        bool Ignored(ItemAttribute attribute) => here.Exists(rule => rule.Covers(change.Path, attribute.Name));
        var kept = Part(change, attribute => !Ignored(attribute));
        var ignored = Part(change, Ignored);
        return (Says(kept) || !Says(ignored) ? kept : null, Says(ignored) ? ignored : null);
    }

    static ItemChange Part(ItemChange change, Func<ItemAttribute, bool> keep) =>
        change with { Old = change.Old?.Where(keep), New = change.New?.Where(keep) };

    static bool Says(ItemChange change) => change.Attributes().Any();

    static string? Gather(JsonElement tree, ImmutableArray<string> path, ImmutableArray<Rule>.Builder rules)
    {
        if (rules.Count >= MaximumRules) return $"An ignore list has at most {MaximumRules} entries.";
        if (path.Length > SnapshotLimits.PathDepth) return $"An ignore list is at most {SnapshotLimits.PathDepth} levels deep.";
        return tree.ValueKind switch
        {
            JsonValueKind.Object => GatherObject(tree, path, rules),
            JsonValueKind.Array => GatherAttributes(tree, path, rules),
            _ => $"{string.Join(" / ", path)}: an object or a list of attribute names belongs here.",
        };
    }

    static string? GatherObject(JsonElement tree, ImmutableArray<string> path, ImmutableArray<Rule>.Builder rules)
    {
        var empty = true;
        foreach (var property in tree.EnumerateObject())
        {
            empty = false;
            if (Gather(property.Value, path.Add(property.Name), rules) is { } error) return error;
        }

        if (empty && path.Length > 0) rules.Add(new Rule(path, ["*"], AndBelow: true));
        return null;
    }

    static string? GatherAttributes(JsonElement list, ImmutableArray<string> path, ImmutableArray<Rule>.Builder rules)
    {
        if (list.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
            return $"{string.Join(" / ", path)}: attribute names are text.";
        ImmutableArray<string> names = [.. list.EnumerateArray().Select(name => name.GetString()!)];
        rules.Add(new Rule(path, names.IsEmpty ? ["*"] : names, AndBelow: names.IsEmpty));
        return null;
    }

    /// <summary>One leaf of the tree. With <paramref name="AndBelow"/> it also covers every path that begins with it.</summary>
    sealed record Rule(ImmutableArray<string> Path, ImmutableArray<string> Attributes, bool AndBelow)
    {
        public bool Reaches(ItemPath item)
        {
            if (AndBelow ? item.Names.Length < Path.Length : item.Names.Length != Path.Length) return false;
            for (var i = 0; i < Path.Length; i++)
                if (!Wildcard.Matches(Path[i], item.Names[i])) return false;
            return true;
        }

        public bool Covers(ItemPath item) => Attributes.Contains("*") && Reaches(item);

        public bool Covers(ItemPath item, string attribute) => Attributes.Any(a => Wildcard.Matches(a, attribute)) && Reaches(item);
    }
}
