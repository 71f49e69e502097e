using System.Runtime.InteropServices;

namespace Merlon.Analysis.Trees;

/// <summary>
/// Walks the entries of an archive in the order in which they are stored and hands out their content as a stream of bytes; nothing is
/// kept in memory but the decompressor's own window. Formats: zip, tar, 7z; tar also inside gzip, bzip2, xz or zstd.
/// </summary>
sealed class ArchiveReader : IDisposable
{
    const int BlockSize = 128 * 1024;

    readonly ArchiveHandle handle;

    ArchiveReader(ArchiveHandle handle) => this.handle = handle;

    /// <param name="compressed">Whether a tar may stand inside a compressor. Without, walking past entries costs no more than the file's size.</param>
    /// <exception cref="ArchiveException">The file is no archive of a supported format, or libarchive is not installed.</exception>
    public static ArchiveReader Open(string file, bool compressed = true)
    {
        var reader = new ArchiveReader(NewHandle(compressed));
        if (LibArchive.OpenFile(reader.handle, file, BlockSize) is LibArchive.Ok or LibArchive.Warn) return reader;
        var why = reader.Error();
        reader.Dispose();
        throw new ArchiveException($"not a supported archive (zip, tar, tar.gz, tar.bz2, tar.xz, tar.zst, 7z): {why}");
    }

    /// <summary>The next entry, or null at the end.</summary>
    /// <exception cref="ArchiveException">The archive is damaged.</exception>
    public ArchiveEntry? Next()
    {
        using var locale = Utf8Locale.Enter();
        return LibArchive.NextHeader(handle, out var entry) switch
        {
            LibArchive.Ok or LibArchive.Warn => Describe(entry),
            LibArchive.EndOfFile => null,
            _ => throw new ArchiveException($"the archive cannot be read: {Error()}"),
        };
    }

    /// <summary>Reads on in the content of the current entry; 0 at its end. Holes of sparse files read as zeros.</summary>
    /// <exception cref="ArchiveException">The archive is damaged.</exception>
    public int Read(Span<byte> buffer)
    {
        var read = LibArchive.ReadData(handle, buffer, (nuint)buffer.Length);
        return read >= 0 ? (int)read : throw new ArchiveException($"the archive cannot be read: {Error()}");
    }

    public void Dispose() => handle.Dispose();

    static ArchiveHandle NewHandle(bool compressed)
    {
        try
        {
            var made = LibArchive.New();
            LibArchive.SupportZip(made);
            LibArchive.SupportTar(made);
            LibArchive.Support7Zip(made);
            if (!compressed) return made;
            LibArchive.SupportGzip(made);
            LibArchive.SupportBzip2(made);
            LibArchive.SupportXz(made);
            LibArchive.SupportZstd(made);
            return made;
        }
        catch (DllNotFoundException)
        {
            throw new ArchiveException("libarchive is not installed (Debian and Ubuntu: apt-get install libarchive13t64 or libarchive13)");
        }
    }

    ArchiveEntry Describe(nint entry)
    {
        var path = EntryName.Decode(LibArchive.PathUtf8(entry), LibArchive.Path(entry));
        if (LibArchive.IsEncrypted(entry) != 0) throw new ArchiveException($"\"{path}\" is encrypted");
        if (EntryName.Decode(LibArchive.HardLinkUtf8(entry), LibArchive.HardLink(entry)) is { } original)
            return new(path ?? "", ArchiveEntryKind.HardLink, original);
        return LibArchive.FileType(entry) switch
        {
            0x8000 => new(path ?? "", ArchiveEntryKind.File),
            0x4000 => new(path ?? "", ArchiveEntryKind.Folder),
            0xA000 => new(path ?? "", ArchiveEntryKind.SymbolicLink, EntryName.Decode(LibArchive.SymbolicLinkUtf8(entry), LibArchive.SymbolicLink(entry)) ?? ""),
            // Some writers leave the type out; what has content is a file, what ends in '/' a folder.
            0 when path is not null => new(path, path.EndsWith('/') ? ArchiveEntryKind.Folder : ArchiveEntryKind.File),
            _ => new(path ?? "", ArchiveEntryKind.Special),
        };
    }

    string Error() => Marshal.PtrToStringUTF8(LibArchive.ErrorString(handle)) ?? "unknown fault";
}

/// <summary>What stands in an archive at a path.</summary>
/// <param name="Path">As stored: not yet held against any rule.</param>
/// <param name="Target">Where a link points.</param>
sealed record ArchiveEntry(string Path, ArchiveEntryKind Kind, string? Target = null);

/// <summary><see cref="Special"/>: a device, pipe or socket.</summary>
enum ArchiveEntryKind { File, Folder, SymbolicLink, HardLink, Special }

/// <summary>An archive that cannot be read, or may not be.</summary>
sealed class ArchiveException(string message) : Exception(message);
