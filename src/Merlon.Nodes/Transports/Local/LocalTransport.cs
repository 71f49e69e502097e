using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Merlon.Nodes.Transports.Local;

/// <summary>This machine. Paths may be read below another root, as when a container's or an image's file system is mounted there.</summary>
public sealed class LocalTransport(string root = "/") : INodeTransport
{
    readonly string root = root.TrimEnd('/');

    public string Description => root.Length == 0 ? "this machine" : $"the file system at {root}";

    public async ValueTask<FileContent> ReadFile(string path, int maximumBytes, CancellationToken cancellation)
    {
        try
        {
            if (Regular(path) is not { Kind: NodeFileKind.File }) return FileContent.Missing;
            await using var file = Open(path);
            // Files of /proc say they are empty: their length means nothing, only reading tells.
            var bytes = new byte[(int)Math.Min(maximumBytes, Math.Max(file.Length, 4096)) + 1];
            var count = 0;
            while (await file.ReadAsync(bytes.AsMemory(count), cancellation) is var read and > 0)
            {
                count += read;
                if (count > maximumBytes) return new FileContent(FileState.Read, bytes.AsMemory(0, maximumBytes), Cut: true);
                if (count == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(maximumBytes + 1L, bytes.Length * 2L));
            }

            return new FileContent(FileState.Read, bytes.AsMemory(0, count), Cut: false);
        }
        catch (UnauthorizedAccessException) { return FileContent.Forbidden; }
        catch (IOException) { return FileContent.Missing; }
    }

    public ValueTask<NodeFile?> Look(string path, CancellationToken cancellation) =>
        ValueTask.FromResult(FileStatus.Of(Real(path), path));

    public async IAsyncEnumerable<NodeFile> List(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var parent = folder.TrimEnd('/');
        foreach (var entry in Entries(Real(folder)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (FileStatus.Of(entry, parent + entry[entry.LastIndexOf('/')..]) is { } file) yield return file;
        }

        await Task.CompletedTask;
    }

    public async ValueTask<string?> Checksum(string path, CancellationToken cancellation)
    {
        try
        {
            if (Regular(path) is not { Kind: NodeFileKind.File }) return null;
            await using var file = Open(path);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { return null; }
    }

    public Task<CommandResult> Run(NodeCommand command, CancellationToken cancellation) =>
        root.Length == 0
            ? LocalCommand.Run(command, cancellation)
            : Task.FromResult(new CommandResult(CommandEnd.NotFound, 0, "", "Nothing runs in a mounted file system."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    string Real(string path) => root + path;

    /// <summary>What the path leads to. Opening a pipe would wait for its other end, and a device may never end.</summary>
    NodeFile? Regular(string path) => FileStatus.Of(Real(path), path, followLinks: true);

    FileStream Open(string path) => new(Real(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    static IEnumerable<string> Entries(string folder)
    {
        using var entries = Start(folder);
        while (entries is not null && Next(entries)) yield return entries.Current;
    }

    static IEnumerator<string>? Start(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };
        try { return Directory.EnumerateFileSystemEntries(folder, "*", options).GetEnumerator(); }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { return null; }
    }

    /// <summary>A folder may vanish while it is read, as those of processes do; then it has no more entries.</summary>
    static bool Next(IEnumerator<string> entries)
    {
        try { return entries.MoveNext(); }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { return false; }
    }
}
