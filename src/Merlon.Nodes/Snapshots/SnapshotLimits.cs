namespace Merlon.Nodes.Snapshots;

/// <summary>How large the parts of a snapshot may be, so that a hostile node or file cannot make a reader allocate without bound.</summary>
public static class SnapshotLimits
{
    /// <summary>Names in a path, section included.</summary>
    public const int PathDepth = 16;

    /// <summary>All names of a path together, in bytes of UTF-8. A Linux path has at most 4,096.</summary>
    public const int KeyBytes = 16 * 1024;

    public const int AttributesPerItem = 4096;

    /// <summary>All attributes of one item as stored, in bytes.</summary>
    public const int ItemBytes = 1024 * 1024;

    /// <summary>What collectors keep of one attribute's text, in characters (see <see cref="BoundedText"/>).</summary>
    public const int ValueCharacters = 64 * 1024;

    /// <summary>What collectors keep of one name in a path, in characters.</summary>
    public const int NameCharacters = 4096;
}
