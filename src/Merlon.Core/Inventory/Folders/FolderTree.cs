namespace Merlon.Core.Inventory.Folders;

/// <summary>Makes folders of files that come in path order, so that only the folders on the way to the last file are open.</summary>
internal sealed class FolderTree
{
    private readonly Stack<FolderSums> _open = new([new FolderSums("")]);

    /// <summary>How many folders there are.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Adds the next file.</summary>
    public void Add(string path, long key, long size, FileEvidenceDocument? evidence)
    {
        while (!_open.Peek().Holds(path)) Close();
        var start = _open.Peek().Path is { Length: > 0 } within ? within.Length + 1 : 0;
        for (var at = path.IndexOf('/', start); at >= 0; at = path.IndexOf('/', at + 1))
        {
            _open.Push(new FolderSums(path[..at]));
            Count++;
        }
        _open.Peek().Add(key, size, evidence);
    }

    /// <summary>The root, once all files came in.</summary>
    public ScannedFolder Root()
    {
        while (_open.Count > 1) Close();
        return _open.Peek().ToFolder();
    }

    private void Close()
    {
        var done = _open.Pop();
        _open.Peek().Add(done);
    }
}
