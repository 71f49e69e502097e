using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Core.Snapshots;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Overviews;

/// <summary>A change on a node in a list.</summary>
/// <param name="Place">The names between the section and the item's own.</param>
/// <param name="Attributes">What differs; of an added or removed item, what it is or was.</param>
public sealed record ChangeLine(ChangeKind Kind, string Section, string Place, string Name, ImmutableArray<AttributeChange> Attributes, long Scan, DateTimeOffset At)
{
    internal static ChangeLine Of(Change change)
    {
        var path = JsonSerializer.Deserialize<ImmutableArray<string>>(change.Path);
        var (old, now) = (Read(change.Old), Read(change.New));
        return new(
            change.Kind, change.Section, string.Join(" / ", path.Length > 2 ? path[1..^1] : []), change.Name,
            [.. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(name => new AttributeChange(name, Value(old, name), Value(now, name)))],
            change.ScanKey, change.CreatedAt);
    }

    // An attribute that is not there is no value, which differs from one that is there and is null.
    private static Scalar? Value(Dictionary<string, Scalar> side, string name) => side.TryGetValue(name, out var value) ? value : default(Scalar?);

    private static Dictionary<string, Scalar> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, Scalar>>(json)!;
}
