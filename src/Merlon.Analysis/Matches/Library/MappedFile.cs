using System.IO.MemoryMappedFiles;

namespace Merlon.Analysis.Matches.Library;

/// <summary>A file that the operating system pages in as it is read; an empty one maps to nothing.</summary>
sealed unsafe class MappedFile : IDisposable
{
    readonly MemoryMappedFile? map;
    readonly MemoryMappedViewAccessor? view;
    readonly byte* start;

    public MappedFile(string path)
    {
        Length = new FileInfo(path).Length;
        if (Length == 0) return;
        map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>A stretch of it, valid until it is disposed.</summary>
    /// <exception cref="InvalidDataException">It does not reach that far: the file was cut.</exception>
    public ReadOnlySpan<byte> Slice(long from, int count) =>
        from >= 0 && count >= 0 && from <= Length - count ? new ReadOnlySpan<byte>(start + from, count) : throw new InvalidDataException("A file of the reference library is shorter than the others say; add its packages anew.");

    public void Dispose()
    {
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
        map?.Dispose();
    }
}
