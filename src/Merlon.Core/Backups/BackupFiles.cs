using System.IO.Compression;
using Merlon.Analysis.Matches.Library;
using Merlon.Core.Storage;

namespace Merlon.Core.Backups;

/// <summary>
/// What scans of this installation look for beside what Merlon brings, as the operator put it into the data folder: dataflow rules, search terms and the
/// reference library. In an archive they stand under their paths in the data folder.
/// </summary>
public sealed class BackupFiles(StorageOptions storage)
{
    // Deeper than folders of rules are; a link that leads back up ends here.
    private const int Depth = 8;
    private static readonly TimeSpan LibraryPause = TimeSpan.FromMilliseconds(200);

    private string[] Folders => [storage.RulesFolder, storage.LibraryFolder];

    /// <summary>Whether the data folder has any of them.</summary>
    internal bool Any => All().Any();

    /// <summary>Adds them to the archive, once nobody adds to the library.</summary>
    internal async Task Write(BackupArchive archive, CancellationToken ct)
    {
        using var hold = await HoldLibrary(ct);
        foreach (var file in All())
        {
            var name = Path.GetRelativePath(storage.Data, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!IsNamedWell(name.Split('/'))) throw new IOException($"'{file}' has a name that no archive can keep safely: rename it without a backslash and without a dot in front.");
            await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 << 10, FileOptions.Asynchronous);
            await archive.Add(BackupManifest.FilesFolder + name, CompressionLevel.Fastest, to => from.CopyToAsync(to, ct));
        }
    }

    /// <summary>Puts those of an archive where they were; nothing is there yet.</summary>
    internal async Task Restore(BackupReader archive, CancellationToken ct)
    {
        foreach (var entry in archive.In(BackupManifest.FilesFolder))
        {
            var file = Path.Combine(storage.Data, entry.FullName[BackupManifest.FilesFolder.Length..]);
            var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
            await using var from = await entry.OpenAsync(ct);
            await using (var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 << 10, FileOptions.Asynchronous))
            {
                await from.CopyToAsync(to, ct);
                to.Flush(flushToDisk: true);
            }
            FolderFlush.Flush(folder);
        }
    }

    /// <summary>Whether an archive may have an entry of this name here: none may lead out of the places that are restored.</summary>
    internal static bool IsNamedWell(ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
            if (part.Length == 0 || part[0] == '.' || part.Contains('\\')) return false;
        return parts is ["rules" or "library", _, ..] or ["search-terms.txt"];
    }

    private IEnumerable<string> All()
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth, AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };
        foreach (var file in Folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", everything)))
            if (file != Path.Combine(storage.LibraryFolder, LibraryHold.FileName)) yield return file;
        if (File.Exists(storage.SearchTermsFile)) yield return storage.SearchTermsFile;
    }

    private async Task<LibraryHold?> HoldLibrary(CancellationToken ct)
    {
        while (Directory.Exists(storage.LibraryFolder))
        {
            try
            {
                return new LibraryHold(storage.LibraryFolder);
            }
            catch (IOException) when (Directory.Exists(storage.LibraryFolder))
            {
                await Task.Delay(LibraryPause, ct);
            }
        }
        return null;
    }
}
