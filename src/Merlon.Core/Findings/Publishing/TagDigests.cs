using System.Buffers.Binary;
using System.Collections.Concurrent;
using Tag = Merlon.Analysis.FindingTag;

namespace Merlon.Core.Findings.Publishing;

/// <summary>Digests of the tags that a scan has told: thousands of findings share a method or a package.</summary>
internal sealed class TagDigests
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<Tag, long> _digests = new();

    /// <summary>Tags as they stand in a finding's row: sorted, eight bytes each.</summary>
    public byte[] Pack(IReadOnlyCollection<Tag> tags)
    {
        var sorted = new SortedSet<long>(tags.Select(Digest));
        var (packed, at) = (new byte[sizeof(long) * sorted.Count], 0);
        foreach (var digest in sorted) BinaryPrimitives.WriteInt64LittleEndian(packed.AsSpan(sizeof(long) * at++), digest);
        return packed;
    }

    private long Digest(Tag tag)
    {
        if (_digests.TryGetValue(tag, out var known)) return known;
        if (_digests.Count >= Most) _digests.Clear();
        return _digests[tag] = FindingTag.Of(tag.Key, tag.Value);
    }
}
