using System.Collections.Immutable;
using System.Text.Json;

namespace Merlon.Nodes.Snapshots;

/// <summary>
/// Writes items that come in path order as one nested JSON object: opens and closes the objects between one path and the
/// next, so that a tree of any size is written without being held.
/// </summary>
sealed class NestedJson(Utf8JsonWriter json)
{
    ImmutableArray<string> open = [];

    public void Start() => json.WriteStartObject();

    /// <summary>Opens the object at these names; what the caller writes next goes into it.</summary>
    public void Enter(ReadOnlySpan<string> names)
    {
        var shared = open.AsSpan().CommonPrefixLength(names);
        for (var depth = open.Length; depth > shared; depth--) json.WriteEndObject();
        foreach (var name in names[shared..]) json.WriteStartObject(name);
        open = [.. names];
    }

    /// <summary>Closes what is open and writes another property of the outermost object.</summary>
    public void Leave() => Enter([]);

    public void End()
    {
        Leave();
        json.WriteEndObject();
    }
}
