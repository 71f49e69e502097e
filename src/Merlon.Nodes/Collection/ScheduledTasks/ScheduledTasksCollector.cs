using System.Runtime.CompilerServices;
using Merlon.Nodes.Collection.Masking;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.ScheduledTasks;

/// <summary>
/// What runs at set times: <c>scheduled_tasks / cron / /etc/cron.d/backup: /usr/bin/backup {schedule, user, command, source}</c>
/// from crontabs and the hourly to monthly folders, and <c>scheduled_tasks / systemd / logrotate.timer {...}</c>.
/// Secrets in commands are masked.
/// </summary>
sealed class ScheduledTasksCollector : SectionCollector
{
    public override string Section => "scheduled_tasks";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (file, user) in Crontabs(node, cancellation))
            foreach (var entry in CronEntry.Parse(await node.Lines(file, cancellation), user))
                yield return Task(file, entry);

        foreach (var often in (string[])["hourly", "daily", "weekly", "monthly"])
            foreach (var script in (await node.List($"/etc/cron.{often}", cancellation)).Where(IsScript))
                yield return Task(script.Path, new CronEntry("@" + often, "root", script.Path));

        foreach (var timer in await SystemdTimers.Find(node, cancellation))
            yield return Item("systemd", timer.Name, ("schedule", timer.Schedule), ("unit", timer.Unit), ("source", timer.File));
    }

    SnapshotItem Task(string source, CronEntry entry)
    {
        var command = SecretShapes.HideInText(entry.Command);
        return Item("cron", $"{source}: {command}", ("schedule", entry.Schedule), ("user", entry.User), ("command", command), ("source", source));
    }

    /// <summary>System crontabs name a user in each line; those of users belong to the user they are called after.</summary>
    static async IAsyncEnumerable<(string File, string? User)> Crontabs(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ("/etc/crontab", null);
        foreach (var file in (await node.List("/etc/cron.d", cancellation)).Where(IsScript)) yield return (file.Path, null);
        foreach (var folder in (string[])["/var/spool/cron/crontabs", "/var/spool/cron", "/etc/crontabs"])
            foreach (var file in (await node.List(folder, cancellation)).Where(f => f.Kind == NodeFileKind.File && !f.Name.StartsWith("tmp.", StringComparison.Ordinal)))
                yield return (file.Path, file.Name);
    }

    /// <summary>cron passes over names with a point in them: backups and what package managers leave behind.</summary>
    static bool IsScript(NodeFile file) => file.Kind is NodeFileKind.File or NodeFileKind.Link && !file.Name.Contains('.', StringComparison.Ordinal);
}
