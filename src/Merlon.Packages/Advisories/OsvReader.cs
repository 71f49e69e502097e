using System.IO.Compression;
using System.Text.Json;

namespace Merlon.Packages.Advisories;

/// <summary>What one file or archive entry held: an advisory, or the reason why it was skipped.</summary>
/// <param name="Source">The file's path, or the entry's name inside its archive.</param>
/// <param name="Advisory">Null when the entry was skipped.</param>
/// <param name="Problem">Null when an advisory was read.</param>
public readonly record struct OsvEntry(string Source, Advisory? Advisory, string? Problem);

/// <summary>Bounds for what is read; an entry beyond them is reported and skipped.</summary>
public sealed record OsvLimits
{
    public int MaxEntryBytes { get; init; } = 32 << 20;
    public int MaxEntries { get; init; } = 5_000_000;
}

/// <summary>
/// Reads OSV advisories one by one: from per-ecosystem archives (all.zip), folders and single files, holding one entry at a
/// time. A bad entry never ends the reading; a file that is no archive at all is one bad entry.
/// </summary>
public sealed class OsvReader(OsvLimits? limits = null)
{
    readonly OsvLimits limits = limits ?? new();

    /// <summary>Reads an archive, a JSON file, or a folder with both, in the order of their paths. A path that does not exist throws.</summary>
    public IEnumerable<OsvEntry> Read(string path)
    {
        if (!Directory.Exists(path)) return ReadFile(path);
        return Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(static file => IsArchive(file) || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .SelectMany(ReadFile);
    }

    /// <summary>Reads an archive from a stream, which must be seekable.</summary>
    public IEnumerable<OsvEntry> ReadArchive(Stream stream, string source)
    {
        var (archive, problem) = Open(stream);
        if (archive is null)
        {
            yield return new(source, null, problem);
            yield break;
        }
        using (archive)
        {
            if (archive.Entries.Count > limits.MaxEntries)
            {
                yield return new(source, null, $"more than {limits.MaxEntries} entries");
                yield break;
            }
            using var buffer = new EntryBuffer(limits.MaxEntryBytes);
            foreach (var entry in archive.Entries)
                if (entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) yield return ReadEntry(entry, buffer);
        }
    }

    /// <summary>Reads one advisory from its JSON.</summary>
    public static OsvEntry ReadOne(ReadOnlyMemory<byte> json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 32 });
            return OsvDocument.Read(document.RootElement) is { } advisory
                ? new(source, advisory, null)
                : new(source, null, "no OSV advisory: \"id\" or \"modified\" is missing");
        }
        catch (JsonException e)
        {
            return new(source, null, $"no valid JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            return new(source, null, "text that is no valid UTF-16");
        }
    }

    IEnumerable<OsvEntry> ReadFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (IsArchive(path))
        {
            foreach (var entry in ReadArchive(file, path)) yield return entry;
            yield break;
        }
        using var buffer = new EntryBuffer(limits.MaxEntryBytes);
        yield return ReadStream(file, path, buffer);
    }

    static OsvEntry ReadEntry(ZipArchiveEntry entry, EntryBuffer buffer)
    {
        try
        {
            using var content = entry.Open();
            return ReadStream(content, entry.FullName, buffer);
        }
        catch (InvalidDataException e)
        {
            return new(entry.FullName, null, $"damaged: {e.Message}");
        }
    }

    static OsvEntry ReadStream(Stream content, string source, EntryBuffer buffer) => buffer.Fill(content) is { } json
        ? ReadOne(json, source)
        : new(source, null, $"larger than {buffer.Limit} bytes");

    static (ZipArchive? Archive, string? Problem) Open(Stream stream)
    {
        try
        {
            return (new(stream, ZipArchiveMode.Read, leaveOpen: true), null);
        }
        catch (InvalidDataException e)
        {
            return (null, $"no zip archive: {e.Message}");
        }
    }

    static bool IsArchive(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
