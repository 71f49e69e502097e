namespace Merlon.Nodes.Snapshots.Format;

/// <summary>Says after which items a chunk ends: one in 16, by a hash of the key alone, so that changed attributes move no boundary.</summary>
static class ChunkBoundary
{
    const uint OneIn = 16;

    /// <summary>FNV-1a over the key, its bits then mixed as in MurmurHash3's finalizer. Part of the format: it must not change.</summary>
    public static bool After(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;
        foreach (var b in key) hash = (hash ^ b) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return (hash ^ (hash >> 16)) % OneIn == 0;
    }
}
