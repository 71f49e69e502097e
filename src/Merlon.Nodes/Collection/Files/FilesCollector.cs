using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.Files;

/// <summary>
/// Files by rules: <c>files / linux / /etc/hosts {type, checksum, mode, owner, group, size, target, content}</c>. The checksum
/// is SHA-256; modification times are left out, they change when nothing else does. Links are noted, not followed.
/// </summary>
sealed class FilesCollector : SectionCollector
{
    const int ContentLimit = 512 * 1024;
    const int ContentCharacters = 256 * 1024;

    public override string Section => "files";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var owners = await OwnerNames.Read(node, cancellation);
        var rules = new FileRules(node.Options.Files);
        await foreach (var file in new FileWalk(node, rules).Files(cancellation))
            yield return Item("linux", file.Path, await Attributes(node, file, rules.WantsContent(file.Path), owners, cancellation));
    }

    static async Task<(string Name, string? Value)[]> Attributes(CollectionContext node, NodeFile file, bool content, OwnerNames owners, CancellationToken cancellation) =>
    [
        ("type", file.Kind.ToString().ToLowerInvariant()),
        ("mode", file.Mode is { } mode ? Convert.ToString(mode, 8).PadLeft(4, '0') : null),
        ("owner", owners.User(file.UserId)),
        ("group", owners.Group(file.GroupId)),
        ("size", file.Kind == NodeFileKind.File ? file.Size.ToString(CultureInfo.InvariantCulture) : null),
        ("target", file.Target),
        ("checksum", await Checksum(node, file, cancellation)),
        ("content", content && file.Kind == NodeFileKind.File ? await Content(node, file, cancellation) : null),
    ];

    static async Task<string?> Checksum(CollectionContext node, NodeFile file, CancellationToken cancellation)
    {
        if (file.Kind != NodeFileKind.File) return null;
        if (file.Size > node.Options.ChecksumLimit) return "larger than the limit for checksums";
        return await node.Transport.Checksum(file.Path, cancellation) ?? "not readable";
    }

    /// <summary>The text of a file; of one that is no text, nothing.</summary>
    static async Task<string?> Content(CollectionContext node, NodeFile file, CancellationToken cancellation)
    {
        var content = await node.Transport.ReadFile(file.Path, ContentLimit, cancellation);
        if (content.State != FileState.Read || content.Bytes.Span.Contains((byte)0)) return null;
        return BoundedText.Shorten(Encoding.UTF8.GetString(content.Bytes.Span), ContentCharacters);
    }
}
