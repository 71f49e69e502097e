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
        var digests = new long[tags.Count];
        var count = 0;
        foreach (var tag in tags) digests[count++] = Digest(tag);
        Array.Sort(digests);
        count = digests.Length == 0 ? 0 : Once(digests);
        var packed = new byte[sizeof(long) * count];
        for (var i = 0; i < count; i++) BinaryPrimitives.WriteInt64LittleEndian(packed.AsSpan(sizeof(long) * i), digests[i]);
        return packed;
    }

    // Moves what is there once or more to the front, once each; returns how many these are.
    private static int Once(long[] sorted)
    {
        var kept = 1;
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        return kept;
    }

    private long Digest(Tag tag)
    {
        if (_digests.TryGetValue(tag, out var known)) return known;
        if (_digests.Count >= Most) _digests.Clear();
        return _digests[tag] = FindingTag.Of(tag.Key, tag.Value);
    }
}
