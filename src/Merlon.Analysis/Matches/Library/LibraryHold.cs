namespace Merlon.Analysis.Matches.Library;

/// <summary>Keeps everybody else from changing a library; readers need none. The file system gives it back when the holder dies.</summary>
public sealed class LibraryHold : IDisposable
{
    readonly FileStream held;

    /// <exception cref="IOException">Somebody else holds it.</exception>
    public LibraryHold(string folder) => held = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>The file beside the library's own that is held.</summary>
    public const string FileName = "lock";

    public void Dispose() => held.Dispose();
}
