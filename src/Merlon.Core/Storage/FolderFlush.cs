using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Merlon.Core.Storage;

/// <summary>Flushes a folder, so that a file renamed into it is still there after a power cut (fsync(2): a file's own flush leaves its directory entry out).</summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    public static void Flush(string folder)
    {
        // NTFS keeps names in its journal; there is nothing to flush by hand.
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0) throw new IOException($"The folder '{folder}' could not be opened to be flushed.", new Win32Exception());
        try
        {
            if (Fsync(handle) != 0) throw new IOException($"The folder '{folder}' could not be flushed.", new Win32Exception());
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
