using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Merlon.Nodes.Collection;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Tests.Collection;

/// <summary>A node whose files and command outputs a test writes down. Folders are there when something lies in them.</summary>
sealed class FakeNode : INodeTransport
{
    readonly Dictionary<string, (string Text, NodeFile File)> files = new(StringComparer.Ordinal);

    public Dictionary<string, CommandResult> Commands { get; } = [];

    public HashSet<string> Forbidden { get; } = [];

    public string Description => "a made-up node";

    public FakeNode With(string path, string text, int mode = 0x1A4, uint owner = 0, NodeFileKind kind = NodeFileKind.File, string? target = null)
    {
        files[path] = (text, new NodeFile(path, kind, Encoding.UTF8.GetByteCount(text), mode, owner, owner, target));
        return this;
    }

    public ValueTask<FileContent> ReadFile(string path, int maximumBytes, CancellationToken cancellation)
    {
        if (Forbidden.Contains(path)) return ValueTask.FromResult(FileContent.Forbidden);
        if (!files.TryGetValue(path, out var file) || file.File.Kind != NodeFileKind.File) return ValueTask.FromResult(FileContent.Missing);
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        var cut = bytes.Length > maximumBytes;
        return ValueTask.FromResult(new FileContent(FileState.Read, cut ? bytes[..maximumBytes] : bytes, cut));
    }

    public ValueTask<NodeFile?> Look(string path, CancellationToken cancellation) => ValueTask.FromResult(
        files.TryGetValue(path, out var file) ? file.File
        : files.Keys.Any(k => k.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)) ? Folder(path) : null);

    public async IAsyncEnumerable<NodeFile> List(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var prefix = folder.TrimEnd('/') + "/";
        var below = files.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        foreach (var name in below.Select(k => k[prefix.Length..].Split('/')[0]).Distinct())
            yield return (await Look(prefix + name, cancellation))!;
    }

    public ValueTask<string?> Checksum(string path, CancellationToken cancellation) => ValueTask.FromResult(
        files.TryGetValue(path, out var file) && !Forbidden.Contains(path) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text))) : null);

    public Task<CommandResult> Run(NodeCommand command, CancellationToken cancellation) => Task.FromResult(
        Commands.GetValueOrDefault(command.Program, new CommandResult(CommandEnd.NotFound, 0, "", "not there")));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What a collector finds here, item name to attributes; and the context with its remarks.</summary>
    public async Task<(Dictionary<string, ItemAttributes> Items, CollectionContext Context)> Collect(SectionCollector collector, NodeScanOptions? options = null)
    {
        var system = await OperatingSystemFacts.Detect(this, TestContext.Current.CancellationToken) ?? new("Linux", "debian", "Debian", "12", "bookworm");
        var context = new CollectionContext(this, options ?? new NodeScanOptions(), system);
        var items = new Dictionary<string, ItemAttributes>();
        await foreach (var item in collector.Collect(context, TestContext.Current.CancellationToken))
            items.Add(string.Join('|', item.Path.Names.Skip(1)), item.Attributes);
        return (items, context);
    }

    static NodeFile Folder(string path) => new(path.TrimEnd('/'), NodeFileKind.Folder, 0, 0x1ED, 0, 0, null);
}
