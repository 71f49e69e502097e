using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Merlon.Packages.Advisories;

namespace Merlon.Core.Advisories;

/// <summary>What an import came to.</summary>
/// <param name="Read">Entries that were read.</param>
/// <param name="Changed">Of these, how many were new or newer than what was kept.</param>
/// <param name="Skipped">Entries that could not be read, and why; at most a hundred are named.</param>
public sealed record ImportReport(long Read, long Changed, long SkippedCount, ImmutableArray<string> Skipped)
{
    /// <summary>Of nothing.</summary>
    public static readonly ImportReport Nothing = new(0, 0, 0, []);

    /// <summary>Both together.</summary>
    public ImportReport And(ImportReport other) => new(Read + other.Read, Changed + other.Changed, SkippedCount + other.SkippedCount, [.. Skipped.Concat(other.Skipped).Take(100)]);
}

/// <summary>
/// Loads files into the store: OSV archives, folders and single files, EPSS's CSV (plain or gzip) and CISA's catalogue. Which of them a file is, its
/// name and beginning tell. Loading the same file twice changes nothing but the time at which it was loaded.
/// </summary>
public sealed class AdvisoryImport(OsvImport osv, ExploitImport exploits)
{
    private const int Beginning = 4096;

    /// <summary>Loads a file or folder. A path that does not exist throws.</summary>
    /// <param name="progress">Told how many OSV entries have been read so far.</param>
    public async Task<ImportReport> Load(string path, CancellationToken ct, IProgress<long>? progress = null)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase)) return await LoadPredictions(path, ct);
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && File.Exists(path) && await IsCatalogue(path, ct)) return await LoadCatalogue(path, ct);
        return await osv.Load(new OsvReader().Read(path), ct, progress);
    }

    private async Task<ImportReport> LoadPredictions(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        return await exploits.LoadPredictions(Epss.Read(reader), ct);
    }

    private async Task<ImportReport> LoadCatalogue(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        try
        {
            return await exploits.LoadCatalogue(Kev.Read(file), ct);
        }
        catch (JsonException malformed)
        {
            return new(0, 0, 1, [$"{path}: {malformed.Message}"]);
        }
    }

    private static async Task<bool> IsCatalogue(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var buffer = new byte[Beginning];
        var length = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length).Contains("\"catalogVersion\"", StringComparison.Ordinal);
    }
}
