namespace Merlon.Analysis.Trees;

/// <summary>Writes the entries of one archive below one folder. Links inside the tree are checked and left out: a scan does not follow
/// them, and what is not there cannot be walked through.</summary>
sealed class ArchiveExpansion(string folder, ExpansionLimits limits, ExpansionBudget budget, IProgress<ExpansionProgress>? progress)
{
    readonly byte[] buffer = new byte[256 * 1024];
    readonly HashSet<string> links = new(StringComparer.Ordinal);
    string madeFolder = "";

    /// <summary>How many symbolic links were left out.</summary>
    public int Links => links.Count;

    /// <exception cref="ExpansionRefusedException">The archive is hostile, damaged or past a limit; what was written must be removed.</exception>
    public void Run(string archive, CancellationToken ct)
    {
        using var reader = Open(archive);
        try
        {
            while (reader.Next() is { } entry)
            {
                ct.ThrowIfCancellationRequested();
                Place(reader, entry, ct);
            }
        }
        catch (ArchiveException e)
        {
            throw new ExpansionRefusedException("damaged", $"The archive was refused: {e.Message}.");
        }
    }

    static ArchiveReader Open(string archive)
    {
        try
        {
            return ArchiveReader.Open(archive);
        }
        catch (ArchiveException e)
        {
            throw new ExpansionRefusedException("not-an-archive", $"The file was refused: {e.Message}.");
        }
    }

    void Place(ArchiveReader reader, ArchiveEntry entry, CancellationToken ct)
    {
        budget.Entry(entry.Kind is ArchiveEntryKind.File or ArchiveEntryKind.HardLink);
        var path = Inside(entry.Path);
        if (path.Length == 0 && entry.Kind == ArchiveEntryKind.Folder) return;
        if (path.Length == 0) throw Refuse("hostile-path", entry.Path, "its name is empty, or is not in the encoding that the archive says it is in");
        switch (entry.Kind)
        {
            case ArchiveEntryKind.Folder: MakeFolder(path); break;
            case ArchiveEntryKind.File: WriteFile(path, reader.Read, ct); break;
            case ArchiveEntryKind.HardLink: CopyEarlier(path, Inside(entry.Target!), ct); break;
            case ArchiveEntryKind.SymbolicLink: NoteLink(path, entry.Target!); break;
            default: throw Refuse("special-file", entry.Path, "it is a device, pipe or socket");
        }
    }

    string Inside(string stored)
    {
        if (!EntryName.TryNormalize(stored, limits, out var path, out var why)) throw Refuse("hostile-path", stored, why);
        for (var at = path.IndexOf('/'); at >= 0 && links.Count > 0; at = path.IndexOf('/', at + 1))
            if (links.Contains(path[..at])) throw Refuse("hostile-link", stored, "it lies behind a link");
        return path;
    }

    void NoteLink(string path, string target)
    {
        if (!EntryName.StaysInside(path, target)) throw Refuse("hostile-link", path, "it is a link that leaves the tree");
        if (Path.Exists(Full(path)) || !links.Add(path)) throw Refuse("duplicate-path", path, "it occurs twice");
    }

    void MakeFolder(string path)
    {
        if (path == madeFolder || path.Length == 0) return;
        if (links.Contains(path)) throw Refuse("duplicate-path", path, "it occurs twice");
        try
        {
            Directory.CreateDirectory(Full(path));
        }
        catch (IOException)
        {
            throw Refuse("duplicate-path", path, "a file has the name of its folder, or the file system does not take it");
        }
        madeFolder = path;
    }

    delegate int ReadBytes(Span<byte> buffer);

    void WriteFile(string path, ReadBytes read, CancellationToken ct)
    {
        MakeFolder(path.LastIndexOf('/') is >= 0 and var at ? path[..at] : "");
        progress?.Report(new(budget.Files, budget.Bytes, path));
        using var file = Create(path);
        while (read(buffer) is > 0 and var count)
        {
            ct.ThrowIfCancellationRequested();
            budget.Write(count);
            file.Write(buffer, 0, count);
        }
    }

    FileStream Create(string path)
    {
        if (links.Contains(path)) throw Refuse("duplicate-path", path, "it occurs twice");
        try
        {
            return new(Full(path), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && Path.Exists(Full(path)))
        {
            throw Refuse("duplicate-path", path, "it occurs twice");
        }
        catch (Exception e) when (e is PathTooLongException or ArgumentException)
        {
            throw Refuse("hostile-path", path, "the file system does not take it");
        }
    }

    void CopyEarlier(string path, string original, CancellationToken ct)
    {
        if (!File.Exists(Full(original))) throw Refuse("hostile-link", path, "it is a link to no earlier file of the archive");
        using var source = new FileStream(Full(original), new FileStreamOptions { BufferSize = 0 });
        WriteFile(path, source.Read, ct);
    }

    string Full(string path) => Path.Join(folder, path);

    static ExpansionRefusedException Refuse(string code, string path, string why) =>
        new(code, $"The archive was refused at \"{Shown(path)}\": {why}.");

    static string Shown(string path)
    {
        var clean = string.Concat(path.Take(200).Select(c => char.IsControl(c) ? '?' : c));
        return path.Length > 200 ? clean + "..." : clean;
    }
}
