using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.ScheduledTasks;

/// <summary>A timer unit and what it starts.</summary>
sealed record SystemdTimer(string Name, string Schedule, string Unit, string File);

/// <summary>Timers that are switched on: linked in timers.target.wants, with what their file says.</summary>
static class SystemdTimers
{
    static readonly string[] Wanted = ["/etc/systemd/system/timers.target.wants", "/usr/lib/systemd/system/timers.target.wants", "/lib/systemd/system/timers.target.wants"];

    public static async Task<List<SystemdTimer>> Find(CollectionContext node, CancellationToken cancellation)
    {
        var timers = new Dictionary<string, SystemdTimer>(StringComparer.Ordinal);
        foreach (var folder in Wanted)
        {
            foreach (var link in (await node.List(folder, cancellation)).Where(f => f.Name.EndsWith(".timer", StringComparison.Ordinal)))
            {
                if (timers.ContainsKey(link.Name) || await node.Text(link.Path, cancellation) is not { } text) continue;
                timers[link.Name] = Parse(link, text);
            }
        }

        return [.. timers.Values];
    }

    static SystemdTimer Parse(NodeFile link, string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] is not ('#' or ';')).ToList();
        var schedule = string.Join("; ", lines.Where(line => line.StartsWith("On", StringComparison.Ordinal)));
        var unit = lines.LastOrDefault(line => line.StartsWith("Unit=", StringComparison.Ordinal))?[5..];
        return new SystemdTimer(link.Name, schedule, unit ?? link.Name[..^6] + ".service", link.Target ?? link.Path);
    }
}
