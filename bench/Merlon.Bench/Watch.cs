using System.Diagnostics;

namespace Merlon.Bench;

/// <summary>
/// Wall time since it was made, the processor time of this process in it, how busy the machine is, and how much of it its host gave to others: on a
/// shared machine none says enough alone.
/// </summary>
sealed class Watch
{
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private readonly TimeSpan _cpu = Cpu();
    private readonly double _stolen = Stolen();

    public double Seconds => _wall.Elapsed.TotalSeconds;

    public double CpuSeconds => (Cpu() - _cpu).TotalSeconds;

    public override string ToString() => $"{Seconds:0.00} s ({CpuSeconds:0.00} s CPU, load {Load()}, {(Stolen() - _stolen) / Seconds / Environment.ProcessorCount:P0} stolen)";

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    // Hundredths of a second of all processors together, by the kernel's reckoning.
    private static double Stolen() => File.Exists("/proc/stat") ? double.Parse(File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[8]) / 100 : 0;
}
