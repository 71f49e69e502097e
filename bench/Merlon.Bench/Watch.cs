using System.Diagnostics;

namespace Merlon.Bench;

/// <summary>Wall time since it was made, the processor time of this process in it, and how busy the machine is: on a shared machine none says enough alone.</summary>
sealed class Watch
{
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private readonly TimeSpan _cpu = Cpu();

    public double Seconds => _wall.Elapsed.TotalSeconds;

    public double CpuSeconds => (Cpu() - _cpu).TotalSeconds;

    public override string ToString() => $"{Seconds:0.00} s ({CpuSeconds:0.00} s CPU, load {Load()})";

    private static TimeSpan Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
