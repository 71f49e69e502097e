using System.Collections.Immutable;

namespace Merlon.Nodes.Snapshots;

/// <summary>Whether all of a section was seen.</summary>
public enum SectionState : byte
{
    Complete,

    /// <summary>Collecting it failed or stopped at a limit: what is missing was not necessarily removed, so that diffs leave the section out.</summary>
    Incomplete,
}

/// <summary>
/// A section of a stored snapshot. <paramref name="Digest"/> is the SHA-256 of its content: sections of any two snapshots
/// with equal digests hold the same items.
/// </summary>
public sealed record SnapshotSection(string Name, SectionState State, long Items, ImmutableArray<byte> Digest)
{
    /// <summary>Where its chunks begin in the directory.</summary>
    internal int FirstChunk { get; init; }

    internal int Chunks { get; init; }

    public string DigestText => Convert.ToHexStringLower(Digest.AsSpan());
}
