namespace Merlon.Nodes.Transports;

/// <summary>
/// The way to a node: reads its files and folders and runs its commands. What the node lacks or forbids is an answer, not
/// an exception; a lost connection is an <see cref="IOException"/>. Every answer is bounded.
/// </summary>
public interface INodeTransport : IAsyncDisposable
{
    /// <summary>How a person would call it, for messages: "this machine", "ssh to web01".</summary>
    string Description { get; }

    /// <summary>Reads at most <paramref name="maximumBytes"/> of a file.</summary>
    ValueTask<FileContent> ReadFile(string path, int maximumBytes, CancellationToken cancellation);

    /// <summary>What is known of one file, folder or link; null when there is none or it may not be seen. Links are not followed.</summary>
    ValueTask<NodeFile?> Look(string path, CancellationToken cancellation);

    /// <summary>The entries of a folder, in no order; none when it is missing or forbidden. Links are not followed.</summary>
    IAsyncEnumerable<NodeFile> List(string folder, CancellationToken cancellation);

    /// <summary>The SHA-256 of a regular file as lower-case hexadecimal text, computed at the node; null when it cannot be read.</summary>
    ValueTask<string?> Checksum(string path, CancellationToken cancellation);

    /// <summary>Runs a program without a shell. The environment is the transport's own with <c>LC_ALL=C</c>.</summary>
    Task<CommandResult> Run(NodeCommand command, CancellationToken cancellation);
}
