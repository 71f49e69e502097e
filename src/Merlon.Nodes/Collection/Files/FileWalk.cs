using System.Runtime.CompilerServices;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.Files;

/// <summary>Walks the folders that the rules reach, each once, without following links; a deep tree takes no deep stack.</summary>
sealed class FileWalk(CollectionContext node, FileRules rules)
{
    const int MaximumFolders = 200_000;

    /// <summary>File systems that are made up as they are read: walking them from "/" has no end and no use.</summary>
    static readonly string[] MadeUp = ["/proc", "/sys", "/dev", "/run"];

    public async IAsyncEnumerable<NodeFile> Files([EnumeratorCancellation] CancellationToken cancellation)
    {
        var folders = new Stack<string>();
        foreach (var root in rules.Roots())
        {
            if (await node.Transport.Look(root, cancellation) is not { } file) continue;
            if (root != "/" && rules.Includes(root)) yield return file;
            if (file.Kind == NodeFileKind.Folder && rules.ReachesInto(root)) folders.Push(root);
        }

        for (var seen = 0; folders.TryPop(out var folder); seen++)
        {
            if (seen == MaximumFolders)
            {
                node.Miss($"stopped after {MaximumFolders} folders");
                yield break;
            }

            await foreach (var file in node.Transport.List(folder, cancellation))
            {
                if (rules.Includes(file.Path)) yield return file;
                if (file.Kind == NodeFileKind.Folder && rules.ReachesInto(file.Path) && !IsMadeUp(folder, file.Path)) folders.Push(file.Path);
            }
        }
    }

    static bool IsMadeUp(string folder, string path) => folder == "/" && Array.IndexOf(MadeUp, path) >= 0;
}
