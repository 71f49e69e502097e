using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Merlon.Core.Blobs;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Backups;

/// <summary>An archive of which every byte was held against its digests.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly ZipArchive _zip;

    private BackupReader(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Reads the whole archive once; refuses it unless it is just what its manifest says.</summary>
    public static async Task<Outcome<BackupReader>> Open(Stream file, CancellationToken ct)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(BackupManifest.Entry) is not { } entry) return Damaged(zip, "it is no backup of Merlon");
            BackupManifest manifest;
            await using (var json = await entry.OpenAsync(ct)) manifest = (await JsonSerializer.DeserializeAsync<BackupManifest>(json, BackupManifest.Json, ct))!;
            if (manifest.Format != BackupManifest.CurrentFormat) return Damaged(zip, $"it has the format {manifest.Format}, this version reads {BackupManifest.CurrentFormat}");
            return await WhatIsWrong(zip, manifest, ct) is { } wrong ? Damaged(zip, wrong) : new BackupReader(zip, manifest);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            return Damaged(zip, zip is null ? "it is no zip archive, or not a whole one" : exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>The entries of a folder.</summary>
    public IEnumerable<ZipArchiveEntry> In(string folder) => _zip.Entries.Where(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The rows of a table.</summary>
    public Task<Stream> OpenTable(string table, CancellationToken ct) => _zip.GetEntry(BackupManifest.TablesFolder + table)!.OpenAsync(ct);

    public void Dispose() => _zip.Dispose();

    private static Outcome<BackupReader> Damaged(ZipArchive? zip, string why)
    {
        zip?.Dispose();
        return new Refusal.Invalid("file", $"The backup cannot be restored: {why}.");
    }

    private static async Task<string?> WhatIsWrong(ZipArchive zip, BackupManifest manifest, CancellationToken ct)
    {
        var names = zip.Entries.Select(entry => entry.FullName).Where(name => name != BackupManifest.Entry).ToImmutableSortedSet(StringComparer.Ordinal);
        if (names.SymmetricExcept(manifest.Entries.Keys) is [var odd, ..]) return $"'{odd}' is missing or does not belong there";
        foreach (var entry in zip.Entries.Where(entry => entry.FullName != BackupManifest.Entry))
        {
            if (!IsNamedWell(entry)) return $"'{entry.FullName}' is no name that a backup has";
            await using var content = await entry.OpenAsync(ct);
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
            if (digest != manifest.Entries[entry.FullName]) return $"'{entry.FullName}' is damaged";
        }
        return manifest.Steps.IsEmpty ? "it has no schema" : null;
    }

    /// <summary>No entry may lead out of the places it is restored to.</summary>
    private static bool IsNamedWell(ZipArchiveEntry entry)
    {
        var parts = entry.FullName.Split('/');
        if (entry.FullName.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal)) return BackupFiles.IsNamedWell(parts.AsSpan(1));
        if (parts is not [var folder, { Length: > 0 } name] || name.StartsWith('.') || name.Contains('\\')) return false;
        return (folder + "/") switch
        {
            BackupManifest.BlobsFolder => BlobId.TryParse(name, out _),
            BackupManifest.TablesFolder => name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'),
            BackupManifest.KeysFolder => true,
            _ => false,
        };
    }
}
