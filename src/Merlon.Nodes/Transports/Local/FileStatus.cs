using System.Runtime.InteropServices;

namespace Merlon.Nodes.Transports.Local;

/// <summary>Type, permissions, owner and size of a file in one call of statx(2), whose record is the same on every processor.</summary>
static partial class FileStatus
{
    const int CurrentFolder = -100;
    const int DoNotFollow = 0x100;
    const uint BasicFields = 0x7FF;
    const int TypeMask = 0xF000;
    const int RegularType = 0x8000;
    const int FolderType = 0x4000;
    const int LinkType = 0xA000;

    /// <summary>The entry at <paramref name="real"/>, called <paramref name="path"/>; null when there is none.</summary>
    public static NodeFile? Of(string real, string path, bool followLinks = false)
    {
        var failed = StatX(CurrentFolder, real, followLinks ? 0 : DoNotFollow, BasicFields, out var status) != 0;
        if (failed) return null;
        var kind = (status.Mode & TypeMask) switch
        {
            RegularType => NodeFileKind.File,
            FolderType => NodeFileKind.Folder,
            LinkType => NodeFileKind.Link,
            _ => NodeFileKind.Other,
        };
        var target = kind == NodeFileKind.Link ? Target(real) : null;
        return new NodeFile(path, kind, (long)status.Size, status.Mode & 0xFFF, status.UserId, status.GroupId, target);
    }

    static string? Target(string link)
    {
        try { return new FileInfo(link).LinkTarget; }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { return null; }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out Status status);

    /// <summary>The beginning of struct statx; the kernel writes 256 bytes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct Status
    {
        [FieldOffset(20)] public uint UserId;
        [FieldOffset(24)] public uint GroupId;
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(40)] public ulong Size;
    }
}
