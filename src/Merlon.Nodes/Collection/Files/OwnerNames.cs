using System.Globalization;
using Merlon.Nodes.Collection.Groups;

namespace Merlon.Nodes.Collection.Files;

/// <summary>Names of the users and groups that own files; an id that has no name stands for itself.</summary>
sealed class OwnerNames
{
    readonly Dictionary<string, string> users = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> groups = new(StringComparer.Ordinal);

    public static async Task<OwnerNames> Read(CollectionContext node, CancellationToken cancellation)
    {
        var names = new OwnerNames();
        foreach (var line in await node.Lines("/etc/passwd", cancellation))
            if (line.Split(':') is [var name, _, var id, ..]) names.users.TryAdd(id, name);
        foreach (var group in GroupFile.Parse(await node.Lines("/etc/group", cancellation))) names.groups.TryAdd(group.Gid, group.Name);
        return names;
    }

    public string? User(uint? id) => Name(users, id);

    public string? Group(uint? id) => Name(groups, id);

    static string? Name(Dictionary<string, string> names, uint? id) =>
        id?.ToString(CultureInfo.InvariantCulture) is { } text ? names.GetValueOrDefault(text, text) : null;
}
