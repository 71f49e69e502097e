using System.Text;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection;

/// <summary>What a collector works with: the node, what is known of it, the options, and a place for remarks.</summary>
sealed class CollectionContext(INodeTransport transport, NodeScanOptions options, OperatingSystemFacts system)
{
    const int TextLimit = 64 * 1024 * 1024;
    const int MaximumMessages = 50;
    readonly List<string> messages = [];

    public INodeTransport Transport => transport;

    public NodeScanOptions Options => options;

    public OperatingSystemFacts System => system;

    /// <summary>Remarks for the report, bounded in number.</summary>
    public IReadOnlyList<string> Messages => messages;

    /// <summary>Part of the section could not be seen, so that what is missing from it was not necessarily removed.</summary>
    public bool MissedSome { get; private set; }

    /// <summary>Something a person should know, although the section is whole.</summary>
    public void Note(string message)
    {
        if (messages.Count < MaximumMessages) messages.Add(message);
    }

    /// <summary>Something could not be seen: the section is incomplete.</summary>
    public void Miss(string message)
    {
        MissedSome = true;
        Note(message);
    }

    /// <summary>A text file, or null when it is missing. One that is forbidden or cut short makes the section incomplete.</summary>
    public async ValueTask<string?> Text(string path, CancellationToken cancellation)
    {
        var content = await transport.ReadFile(path, TextLimit, cancellation);
        if (content.State == FileState.Forbidden) Miss($"{path} may not be read.");
        if (content.Cut) Miss($"{path} is larger than {TextLimit} bytes and was read in part.");
        return content.State == FileState.Read ? Encoding.UTF8.GetString(content.Bytes.Span) : null;
    }

    /// <summary>The lines of a text file without their ends; none when it is missing.</summary>
    public async ValueTask<string[]> Lines(string path, CancellationToken cancellation) =>
        (await Text(path, cancellation))?.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n') ?? [];

    /// <summary>A one-line file without spaces at its ends, or null.</summary>
    public async ValueTask<string?> Line(string path, CancellationToken cancellation)
    {
        var content = await transport.ReadFile(path, 64 * 1024, cancellation);
        return content.State == FileState.Read ? Encoding.UTF8.GetString(content.Bytes.Span).Trim() : null;
    }

    /// <summary>A folder's entries by name.</summary>
    public async Task<List<NodeFile>> List(string folder, CancellationToken cancellation)
    {
        var entries = new List<NodeFile>();
        await foreach (var entry in transport.List(folder, cancellation)) entries.Add(entry);
        entries.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return entries;
    }
}
