namespace Merlon.Bench.Servers;

/// <summary>Resident memory and processor time as the kernel counts them, in megabytes and seconds.</summary>
static class Memory
{
    private const double TicksPerSecond = 100;

    /// <summary><c>VmRSS</c> now, or <c>VmHWM</c>, the most it ever was; 0 for a process that is gone.</summary>
    public static int Of(int process, string field)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(field + ":", StringComparison.Ordinal));
            return line is null ? 0 : int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The processor time of a process and of its children that have ended.</summary>
    public static double Cpu(int process)
    {
        var fields = Stat(process);
        return fields.Length == 0 ? 0 : fields[11..15].Sum(long.Parse) / TicksPerSecond;
    }

    /// <summary>The processes that a process started.</summary>
    public static IEnumerable<int> Children(int process) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
        .Where(id => id != 0 && Stat(id) is [_, var parent, ..] && parent == $"{process}");

    // From the state on, which follows the name in parentheses.
    private static string[] Stat(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
