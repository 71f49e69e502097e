using Microsoft.Extensions.Hosting;

namespace Merlon.Core.Storage;

/// <summary>
/// Where a process puts what it needs on disk for a while: <c>scratch/&lt;process&gt;/&lt;work&gt;</c> in the data folder. Each process holds a lock on its own
/// folder, which the operating system drops however it dies; the next process to start removes the folders that nobody holds.
/// </summary>
public sealed class ScratchFolders(StorageOptions options, TimeProvider time) : BackgroundService
{
    private const string LockName = "held";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly Lock _gate = new();
    private DirectoryInfo? _own;
    private FileStream? _held;

    private string Root => Path.Combine(options.Data, "scratch");

    /// <summary>A new folder; disposing removes it with all that is in it.</summary>
    public Scratch New() => new(Make(Path.Combine(Own().FullName, Guid.CreateVersion7(time.GetUtcNow()).ToString("N"))));

    /// <summary>Removes what processes left that are no more.</summary>
    public void ClearDead()
    {
        if (!Directory.Exists(Root)) return;
        foreach (var folder in new DirectoryInfo(Root).EnumerateDirectories().Where(folder => folder.FullName != _own?.FullName))
        {
            using var held = TryHold(folder);
            if (held is not null) Scratch.Remove(folder);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _held?.Dispose();
        if (_own is not null) Scratch.Remove(_own);
    }

    // In the background: a large tree takes a while to remove, and nobody waits for it.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(ClearDead, stoppingToken);

    private DirectoryInfo Own()
    {
        lock (_gate)
        {
            if (_own is not null) return _own;
            // Another process that starts right now may take the folder for a dead one's until it is held; then the next is made.
            while (true)
            {
                var folder = Make(Path.Combine(Root, Guid.CreateVersion7(time.GetUtcNow()).ToString("N")));
                if (TryHold(folder) is not { } held) continue;
                if (File.Exists(held.Name))
                {
                    _held = held;
                    return _own = folder;
                }
                held.Dispose();
            }
        }
    }

    private static FileStream? TryHold(DirectoryInfo folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder.FullName, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static DirectoryInfo Make(string path) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OwnerOnly);
}

/// <summary>A folder for the time of one piece of work.</summary>
public sealed class Scratch(DirectoryInfo folder) : IDisposable
{
    /// <summary>Its path.</summary>
    public string Folder => folder.FullName;

    public void Dispose() => Remove(folder);

    internal static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception straggling) when (straggling is IOException or UnauthorizedAccessException)
        {
            // A straggler of a killed engine may still write there; the next start removes it.
        }
    }
}
