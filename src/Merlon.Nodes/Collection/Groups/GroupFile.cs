using System.Collections.Immutable;

namespace Merlon.Nodes.Collection.Groups;

/// <summary>A line of /etc/group.</summary>
sealed record LocalGroup(string Name, string Gid, ImmutableArray<string> Members);

/// <summary>Reads /etc/group (group(5)).</summary>
static class GroupFile
{
    public static ImmutableArray<LocalGroup> Parse(IEnumerable<string> lines) =>
    [
        .. lines.Select(line => line.Split(':'))
            .Where(fields => fields.Length == 4 && fields[0].Length > 0 && fields[0][0] is not ('+' or '-'))
            .Select(fields => new LocalGroup(fields[0], fields[2], Members(fields[3]))),
    ];

    static ImmutableArray<string> Members(string field) =>
        [.. field.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)];
}
