using System.Globalization;

namespace Merlon.Core.Jobs.Running;

/// <summary>
/// Names the process that owns a job so that another one on the same machine can tell at once whether it still lives:
/// <c>host/pid-namespace/pid/start</c>. Where that cannot be told (another machine, another container), the heartbeat decides.
/// </summary>
internal static class WorkerName
{
    private static readonly string Place = $"{Environment.MachineName}/{PidNamespace()}";

    /// <summary>This process.</summary>
    public static string Own { get; } = $"{Place}/{Environment.ProcessId}/{StartOf(Environment.ProcessId)}";

    /// <summary>True or false when the named process ran in sight of this one, null when it cannot be seen from here.</summary>
    public static bool? IsAlive(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 4 || $"{parts[0]}/{parts[1]}" != Place || parts[1].Length == 0) return null;
        return int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && StartOf(pid) == parts[3];
    }

    private static string PidNamespace()
    {
        try
        {
            // Together with the boot, a namespace's number is unique on the machine.
            return new FileInfo("/proc/self/ns/pid").LinkTarget is { } link && File.Exists("/proc/sys/kernel/random/boot_id")
                ? $"{link.Trim('p', 'i', 'd', ':', '[', ']')}-{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}"
                : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The kernel's start time of a process (field 22 of its stat), or empty when there is none: process ids are used again.</summary>
    private static string StartOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var afterName = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // A zombie is dead, but its parent has not asked yet.
            return afterName[0] == "Z" ? "" : afterName[19];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
