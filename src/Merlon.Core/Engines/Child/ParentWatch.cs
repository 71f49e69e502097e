using System.Runtime.InteropServices;

namespace Merlon.Core.Engines.Child;

/// <summary>
/// Ends the child when the server is gone, which closes the child's standard input. (The kernel's own PR_SET_PDEATHSIG looks at the
/// thread that started the child, and a pool's threads come and go.)
/// </summary>
internal static partial class ParentWatch
{
    private const int Orphaned = 3;

    public static void Start(Stream input) => new Thread(() => Watch(input)) { IsBackground = true, Name = "parent watch" }.Start();

    private static void Watch(Stream input)
    {
        try
        {
            while (input.ReadByte() >= 0)
            {
                // Nothing is sent after the order.
            }
        }
        catch (IOException)
        {
            // As good as closed.
        }
        if (OperatingSystem.IsWindows()) Environment.Exit(Orphaned);
        // At once and without finalizers: other threads may be stuck in native code.
        Exit(Orphaned);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
