using System.Collections.Immutable;
using Merlon.Analysis.Trees;
using Merlon.Core.Blobs;
using Merlon.Core.Storage;

namespace Merlon.Core.Codebases;

/// <summary>Brings uploads from the blob store onto this machine's disk for an engine, into a scratch folder that goes when it is done.</summary>
public sealed class CodebaseFiles(IBlobStore blobs, ScratchFolders scratches)
{
    /// <summary>A new scratch folder; disposing removes it with all that is in it.</summary>
    public Scratch NewScratch() => scratches.New();

    /// <summary>One blob as a file in the scratch folder, under a name of ours.</summary>
    public async Task<string> Fetch(BlobId blob, Scratch scratch, string name, CancellationToken ct)
    {
        var file = Path.Combine(scratch.Folder, name);
        await using var from = await blobs.Open(blob, ct);
        await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        await from.CopyToAsync(to, ct);
        return file;
    }

    /// <summary>The archives of a codebase, oldest first.</summary>
    public async Task<ImmutableArray<CodeArchive>> Fetch(IReadOnlyList<CodebaseUpload> uploads, Scratch scratch, CancellationToken ct)
    {
        var archives = ImmutableArray.CreateBuilder<CodeArchive>(uploads.Count);
        foreach (var upload in uploads)
            archives.Add(new(await Fetch(upload.Blob, scratch, $"{upload.Key}.archive", ct), Expansion(upload.Level, upload.DeleteArchives, upload.FolderSuffix)));
        return archives.ToImmutable();
    }

    /// <summary>How an upload becomes a tree.</summary>
    public static ExpansionOptions Expansion(ExpansionLevel level, bool deleteArchives, string folderSuffix) => new() { Level = level, DeleteArchives = deleteArchives, FolderSuffix = folderSuffix };
}
