using System.Globalization;
using System.Runtime.CompilerServices;
using Merlon.Nodes.Collection.Groups;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Users;

/// <summary>
/// Local users: <c>users / linux / root {uid, gid, home, shell, comment, groups, password, password_changed, ...}</c>.
/// <c>password</c> is <c>set</c>, <c>locked</c> or <c>none</c>, never a hash; it is missing when /etc/shadow may not be read.
/// </summary>
sealed class UsersCollector : SectionCollector
{
    public override string Section => "users";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var groups = GroupFile.Parse(await node.Lines("/etc/group", cancellation));
        var shadow = Shadow(await ShadowLines(node, cancellation));
        foreach (var line in await node.Lines("/etc/passwd", cancellation))
        {
            if (line.Split(':') is not [{ Length: > 0 } name, _, var uid, var gid, var comment, var home, var shell] || name[0] is '+' or '-') continue;
            var password = shadow.GetValueOrDefault(name);
            yield return Item(
                "linux", name,
                ("uid", uid),
                ("gid", gid),
                ("comment", comment),
                ("home", home),
                ("shell", shell),
                ("groups", string.Join(',', groups.Where(g => g.Gid == gid || g.Members.Contains(name)).Select(g => g.Name).Order(StringComparer.Ordinal))),
                ("password", password?.State),
                ("password_changed", password?.Changed),
                ("password_minimum_days", password?.Minimum),
                ("password_maximum_days", password?.Maximum),
                ("password_warning_days", password?.Warning),
                ("account_expires", password?.Expires));
        }
    }

    static async Task<string[]> ShadowLines(CollectionContext node, CancellationToken cancellation)
    {
        var content = await node.Transport.ReadFile("/etc/shadow", 16 * 1024 * 1024, cancellation);
        if (content.State == Transports.FileState.Forbidden) node.Note("/etc/shadow may not be read: the state of passwords is not known.");
        return System.Text.Encoding.UTF8.GetString(content.Bytes.Span).Split('\n');
    }

    static Dictionary<string, PasswordState> Shadow(string[] lines)
    {
        var states = new Dictionary<string, PasswordState>(StringComparer.Ordinal);
        foreach (var line in lines)
            if (line.Split(':') is [{ Length: > 0 } name, var hash, var changed, var minimum, var maximum, var warning, _, var expires, ..])
                states[name] = new PasswordState(State(hash), Day(changed), Known(minimum), Known(maximum), Known(warning), Day(expires));
        return states;
    }

    /// <summary>shadow(5): "!" before a hash locks it, "*" never was one, and an empty field lets anybody in.</summary>
    static string State(string hash) => hash switch
    {
        "" => "none",
        ['!' or '*', ..] => "locked",
        _ => "set",
    };

    /// <summary>Days since 1970 as a date.</summary>
    static string? Day(string days) =>
        int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 2_000_000
            ? DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    static string? Known(string field) => field.Length == 0 ? null : field;

    sealed record PasswordState(string State, string? Changed, string? Minimum, string? Maximum, string? Warning, string? Expires);
}
