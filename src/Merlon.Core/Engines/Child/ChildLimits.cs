using System.Runtime.InteropServices;

namespace Merlon.Core.Engines.Child;

/// <summary>What a child does to itself before it works: gives way to others, and has the kernel refuse what the server's looks come too late for.</summary>
internal static partial class ChildLimits
{
    private const int DataLimit = 2;
    private const int CoreLimit = 4;

    // Stacks, code and the collector's reserve count as data too; the resident size, which the server looks at, is the real bound.
    private const long Slack = 1L << 30;

    public static void Apply(EngineLimits limits)
    {
        if (!OperatingSystem.IsLinux()) return;
        // Best effort, all three: a container may forbid them, and the server's own watch holds the limits in any case.
        _ = SetPriority(0, 0, limits.Nice);
        _ = SetLimit(CoreLimit, new Bound(0, 0));
        _ = SetLimit(DataLimit, new Bound((ulong)(limits.Memory + Slack), (ulong)(limits.Memory + Slack)));
    }

    private static int SetLimit(int resource, Bound bound) => SetLimit(resource, in bound);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Bound bound);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Bound(ulong Soft, ulong Hard);
}
