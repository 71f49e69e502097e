namespace Merlon.Analysis.Trees;

/// <summary>A folder beside its destination that is removed with all it holds unless it is kept.</summary>
sealed class ScratchFolder : IDisposable
{
    bool kept;

    public ScratchFolder(string destination)
    {
        var full = System.IO.Path.GetFullPath(destination);
        Path = $"{full.TrimEnd('/')}.{Guid.NewGuid():N}.partial";
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <exception cref="IOException">The destination exists.</exception>
    public void KeepAs(string destination)
    {
        Directory.Move(Path, System.IO.Path.GetFullPath(destination));
        kept = true;
    }

    public void Dispose()
    {
        if (!kept && Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
