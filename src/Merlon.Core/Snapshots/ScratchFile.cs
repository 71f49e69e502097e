using Merlon.Core.Storage;

namespace Merlon.Core.Snapshots;

/// <summary>A file that only this user can read, for as long as it is held.</summary>
internal sealed class ScratchFile : IDisposable
{
    private readonly Scratch _scratch;

    public ScratchFile(ScratchFolders scratches)
    {
        _scratch = scratches.New();
        File = Path.Combine(_scratch.Folder, "snapshot");
        using var empty = System.IO.File.Create(File);
    }

    /// <summary>Where it is.</summary>
    public string File { get; }

    /// <summary>Opens it to be read from any place.</summary>
    public FileStream Read() => new(File, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous);

    public void Dispose() => _scratch.Dispose();
}
