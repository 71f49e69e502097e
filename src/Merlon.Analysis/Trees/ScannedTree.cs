using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace Merlon.Analysis.Trees;

/// <summary>A folder and the files in it that a scan looks at, in ordinal order of their paths. Nothing outside the folder can be opened
/// through it: links are not part of it.</summary>
public sealed class ScannedTree
{
    // Scanners of single files never ask.
    readonly Lazy<FrozenDictionary<string, TreeFile>> byPath;

    public ScannedTree(string root, ImmutableArray<TreeFile> files)
    {
        Root = System.IO.Path.GetFullPath(root);
        Files = files;
        byPath = new(() => files.ToFrozenDictionary(f => f.Path, StringComparer.Ordinal));
    }

    /// <summary>The folder, as a full path of this machine.</summary>
    public string Root { get; }

    public ImmutableArray<TreeFile> Files { get; }

    /// <summary>The file at a relative path, or null.</summary>
    public TreeFile? Find(string path) => byPath.Value.GetValueOrDefault(path);

    /// <summary>Opens a file of the tree for reading from its start.</summary>
    public FileStream Open(TreeFile file) =>
        new(FullPath(file), new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete });

    /// <summary>The same without a stream: reading many small files, the stream would cost more than the reading.</summary>
    internal SafeFileHandle OpenHandle(TreeFile file) =>
        File.OpenHandle(FullPath(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Where a file of the tree stands on this machine.</summary>
    public string FullPath(TreeFile file) => System.IO.Path.Join(Root, file.Path);
}
