namespace Merlon.Analysis.Trees;

/// <summary>A regular file of a tree.</summary>
/// <param name="Path">Relative to the root, with '/', without a leading one.</param>
/// <param name="Size">In bytes, when the tree was walked.</param>
public sealed record TreeFile(string Path, long Size)
{
    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What is before the name, without the '/' at its end; empty at the root.</summary>
    public string Folder => Path.LastIndexOf('/') is >= 0 and var at ? Path[..at] : "";
}

/// <summary>A file's size, lines and digests, from one pass over its bytes; digests are lower-case hexadecimal.</summary>
/// <param name="Lines">The last one counts also where nothing ends it.</param>
public sealed record FileDigests(long Size, long Lines, string Md5, string Sha1, string Sha256);
