using System.IO.Compression;

namespace Merlon.Core.Blobs;

/// <summary>Wraps stored bytes by the form that an id names.</summary>
internal static class BlobForms
{
    /// <summary>Runs <paramref name="write"/> against a compressor over <paramref name="stored"/>, which stays open.</summary>
    public static async Task Write(Stream stored, BlobForm form, Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        if (form == BlobForm.Raw)
        {
            await write(stored, ct);
            return;
        }
        await using Stream compressor = form == BlobForm.Brotli
            ? new BrotliStream(stored, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(stored, CompressionLevel.Fastest, leaveOpen: true);
        await write(compressor, ct);
    }

    /// <summary>The content; disposing it disposes <paramref name="stored"/>.</summary>
    public static Stream Read(Stream stored, BlobForm form) => form switch
    {
        BlobForm.Brotli => new BrotliStream(stored, CompressionMode.Decompress),
        BlobForm.Gzip => new GZipStream(stored, CompressionMode.Decompress),
        _ => stored,
    };
}
