namespace Merlon.Analysis.Trees;

/// <summary>
/// Reads one file out of an archive without unpacking the rest, at the path that <see cref="TreeExpander"/> would give it, in the archives
/// inside as well. It does not know which folder an inner archive got where two wanted the same: who asks compares digests.
/// </summary>
/// <param name="scratch">A folder for archives inside the archive.</param>
public sealed class ArchivedFiles(ExpansionOptions options, string scratch)
{
    const long MaxInnerBytes = 256L << 20;

    /// <summary>The file's content; null when there is no such file, or it is longer than <paramref name="most"/> bytes. An archive that
    /// cannot be read throws.</summary>
    public byte[]? Read(string archive, string path, int most, CancellationToken ct) => Read(archive, path, most, 0, 0, ct);

    byte[]? Read(string archive, string path, int most, int depth, int links, CancellationToken ct)
    {
        using var reader = ArchiveReader.Open(archive);
        while (reader.Next() is { } entry)
        {
            ct.ThrowIfCancellationRequested();
            if (!EntryName.TryNormalize(entry.Path, options.Limits, out var name, out _)) continue;
            if (name == path && entry.Kind == ArchiveEntryKind.File) return Content(reader, most);
            if (name == path && entry.Kind == ArchiveEntryKind.HardLink) return Linked(archive, entry.Target!, most, depth, links, ct);
            if (entry.Kind == ArchiveEntryKind.File && IsOpened(depth) && Inside(reader, name, path, most, depth, ct) is { } found) return found;
        }
        return null;
    }

    // A link stands for an earlier file, which the reader has passed.
    byte[]? Linked(string archive, string target, int most, int depth, int links, CancellationToken ct) =>
        links < options.Limits.ArchiveDepth && EntryName.TryNormalize(target, options.Limits, out var earlier, out _)
            ? Read(archive, earlier, most, depth, links + 1, ct)
            : null;

    bool IsOpened(int depth) => options.Level switch
    {
        ExpansionLevel.None => false,
        ExpansionLevel.FirstLevel => depth == 0,
        _ => depth < options.Limits.ArchiveDepth,
    };

    byte[]? Inside(ArchiveReader reader, string name, string path, int most, int depth, CancellationToken ct)
    {
        var folder = InnerArchives.FoldersOf(name, options.FolderSuffix).FirstOrDefault(f => path.StartsWith(f + '/', StringComparison.Ordinal));
        if (folder is null) return null;
        var inner = Path.Join(scratch, $"inner-{depth}.archive");
        if (!Write(reader, inner, ct)) return null;
        try
        {
            return Read(inner, path[(folder.Length + 1)..], most, depth + 1, 0, ct);
        }
        catch (ArchiveException)
        {
            // What is no archive but by its name stayed a file; the folder is another's.
            return null;
        }
    }

    static bool Write(ArchiveReader reader, string file, CancellationToken ct)
    {
        var (buffer, written) = (new byte[128 << 10], 0L);
        using var to = new FileStream(file, FileMode.Create, FileAccess.Write);
        while (reader.Read(buffer) is > 0 and var read)
        {
            ct.ThrowIfCancellationRequested();
            if ((written += read) > MaxInnerBytes) return false;
            to.Write(buffer, 0, read);
        }
        return true;
    }

    static byte[]? Content(ArchiveReader reader, int most)
    {
        var content = new byte[most + 1];
        var filled = 0;
        while (filled < content.Length && reader.Read(content.AsSpan(filled)) is > 0 and var read) filled += read;
        return filled > most ? null : content[..filled];
    }
}
