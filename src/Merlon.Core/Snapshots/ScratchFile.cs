namespace Merlon.Core.Snapshots;

/// <summary>A file that only this user can read, for as long as it is held.</summary>
internal sealed class ScratchFile : IDisposable
{
    /// <summary>Where it is.</summary>
    public string File { get; } = Path.GetTempFileName();

    /// <summary>Opens it to be read from any place.</summary>
    public FileStream Read() => new(File, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous);

    public void Dispose() => System.IO.File.Delete(File);
}
