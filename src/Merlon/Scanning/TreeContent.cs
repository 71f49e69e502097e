using System.Formats.Tar;
using System.IO.Compression;
using System.Net;

namespace Merlon.Scanning;

/// <summary>
/// The body of an upload: an archive as it is, or a folder packed while it is sent. Links are left out, since a server refuses a tree that
/// leads outside, and so is the repository itself.
/// </summary>
sealed class TreeContent(string path) : HttpContent
{
    private static readonly EnumerationOptions Here = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            await using var archive = File.OpenRead(path);
            await archive.CopyToAsync(stream, cancellationToken);
            return;
        }
        await using var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await using var tar = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true);
        var root = Path.GetFullPath(path);
        foreach (var file in Files(root)) await tar.WriteEntryAsync(file, Path.GetRelativePath(root, file), cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", Here)
        .Concat(Directory.EnumerateDirectories(folder, "*", Here).Where(inner => Path.GetFileName(inner) != ".git").SelectMany(Files));
}
