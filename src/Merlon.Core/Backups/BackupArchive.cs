using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Merlon.Core.Backups;

/// <summary>Writes the zip: entry after entry, streaming, with the digest of each.</summary>
internal sealed class BackupArchive(Stream to) : IDisposable
{
    private readonly ZipArchive _zip = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly ImmutableSortedDictionary<string, string>.Builder _digests = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    /// <summary>The digests of what was added so far.</summary>
    public ImmutableSortedDictionary<string, string> Digests => _digests.ToImmutable();

    /// <summary>Adds an entry. Blobs are compressed already and are stored as they are.</summary>
    public async Task Add(string name, CompressionLevel level, Func<Stream, Task> write)
    {
        using var sha = SHA256.Create();
        await using (var entry = await _zip.CreateEntry(name, level).OpenAsync())
        await using (var hashing = new CryptoStream(entry, sha, CryptoStreamMode.Write))
        {
            await write(hashing);
            await hashing.FlushFinalBlockAsync();
        }
        _digests[name] = Convert.ToHexStringLower(sha.Hash!);
    }

    /// <summary>Adds what the archive says about itself; nothing comes after it.</summary>
    public async Task Close(BackupManifest manifest)
    {
        await using var entry = await _zip.CreateEntry(BackupManifest.Entry, CompressionLevel.Fastest).OpenAsync();
        await JsonSerializer.SerializeAsync(entry, manifest, BackupManifest.Json);
    }

    public void Dispose() => _zip.Dispose();
}
