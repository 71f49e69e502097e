using System.Runtime.InteropServices;

namespace Merlon.Analysis.Trees;

/// <summary>The functions of libarchive that are used here (archive.h, archive_entry.h; ABI 13, since libarchive 3.0).
/// Filters that start other programs are left out on purpose.</summary>
static partial class LibArchive
{
    const string Library = "libarchive.so.13";

    public const int Ok = 0;
    public const int EndOfFile = 1;
    public const int Warn = -20;

    [LibraryImport(Library, EntryPoint = "archive_read_new")]
    public static partial ArchiveHandle New();

    [LibraryImport(Library, EntryPoint = "archive_read_free")]
    public static partial int Free(nint archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_format_zip")]
    public static partial int SupportZip(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_format_tar")]
    public static partial int SupportTar(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_format_7zip")]
    public static partial int Support7Zip(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_filter_gzip")]
    public static partial int SupportGzip(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_filter_bzip2")]
    public static partial int SupportBzip2(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_filter_xz")]
    public static partial int SupportXz(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_filter_zstd")]
    public static partial int SupportZstd(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_read_open_filename", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenFile(ArchiveHandle archive, string path, nuint blockSize);

    [LibraryImport(Library, EntryPoint = "archive_read_next_header")]
    public static partial int NextHeader(ArchiveHandle archive, out nint entry);

    [LibraryImport(Library, EntryPoint = "archive_read_data")]
    public static partial nint ReadData(ArchiveHandle archive, Span<byte> buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "archive_error_string")]
    public static partial nint ErrorString(ArchiveHandle archive);

    [LibraryImport(Library, EntryPoint = "archive_entry_pathname")]
    public static partial nint Path(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_pathname_utf8")]
    public static partial nint PathUtf8(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_hardlink")]
    public static partial nint HardLink(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_hardlink_utf8")]
    public static partial nint HardLinkUtf8(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_symlink")]
    public static partial nint SymbolicLink(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_symlink_utf8")]
    public static partial nint SymbolicLinkUtf8(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_filetype")]
    public static partial uint FileType(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_is_data_encrypted")]
    public static partial int IsEncrypted(nint entry);
}

/// <summary>Owns a libarchive reader.</summary>
sealed class ArchiveHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => LibArchive.Free(handle) == LibArchive.Ok;
}
