namespace Merlon.Nodes.Transports;

/// <summary>What a path names.</summary>
public enum NodeFileKind
{
    File,
    Folder,
    Link,
    Other,
}

/// <summary>
/// One entry of a node's file system. <paramref name="Mode"/> holds the permission bits with set-user-id, set-group-id and
/// sticky (12 bits); it and the ids are null where the system does not tell. <paramref name="Target"/> is where a link points.
/// </summary>
public sealed record NodeFile(string Path, NodeFileKind Kind, long Size, int? Mode, uint? UserId, uint? GroupId, string? Target)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>Why a file gave no content.</summary>
public enum FileState
{
    Read,
    Missing,
    Forbidden,
}

/// <summary>A file's first bytes. <paramref name="Cut"/> says that there was more than asked for.</summary>
public sealed record FileContent(FileState State, ReadOnlyMemory<byte> Bytes, bool Cut)
{
    public static FileContent Missing { get; } = new(FileState.Missing, default, Cut: false);

    public static FileContent Forbidden { get; } = new(FileState.Forbidden, default, Cut: false);
}
