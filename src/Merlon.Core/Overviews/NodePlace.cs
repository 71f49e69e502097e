using System.Globalization;
using Merlon.Core.Nodes;

namespace Merlon.Core.Overviews;

/// <summary>A place in the list of nodes: names are not unique, so that a key settles what comes next.</summary>
internal sealed record NodePlace(long Key, string Name)
{
    public static NodePlace Of(Node node) => new(node.Key, node.NameFolded);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static NodePlace? Read(string? text) =>
        text?.Split(' ', 2) is [var key, var name] && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, name) : null;

    public override string ToString() => $"{Key.ToString(CultureInfo.InvariantCulture)} {Name}";
}
