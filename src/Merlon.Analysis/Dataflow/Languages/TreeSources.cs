using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>The files of a tree as languages read them; those above 4 MB are left out.</summary>
/// <param name="jobs">On how many threads files are read.</param>
sealed class TreeSources(ScannedTree tree, int jobs)
{
    /// <summary>In bytes.</summary>
    public const long LargestFile = 4 << 20;

    public bool Holds(Language language) => tree.Files.Any(f => f.Size <= LargestFile && HasExtension(f, language.Extensions));

    /// <summary>The files of a language that are too large to be read.</summary>
    public IEnumerable<LeftOutFile> TooLarge(IEnumerable<Language> languages) =>
        from file in tree.Files
        where file.Size > LargestFile && languages.Any(l => HasExtension(file, l.Extensions))
        select new LeftOutFile(file.Path, $"is larger than {LargestFile >> 20} MB");

    /// <summary>The files whose names end in one of these.</summary>
    public IReadOnlyList<SourceFile> EndingIn(params IReadOnlyList<string> extensions) => Where(f => HasExtension(f, extensions));

    /// <summary>The files that are wanted, in the order of their paths.</summary>
    public IReadOnlyList<SourceFile> Where(Func<TreeFile, bool> isWanted)
    {
        var wanted = Wanted(isWanted).ToArray();
        var sources = new SourceFile[wanted.Length];
        DeepThreads.Each(wanted.Length, jobs, i => sources[i] = new SourceFile(wanted[i].Path, Read(wanted[i])), CancellationToken.None);
        return sources;
    }

    /// <summary>The same files, to be read when they are asked for.</summary>
    public IEnumerable<(string Path, Func<byte[]> Read)> Unread(Func<TreeFile, bool> isWanted) => Wanted(isWanted).Select(f => (f.Path, (Func<byte[]>)(() => Read(f))));

    IEnumerable<TreeFile> Wanted(Func<TreeFile, bool> isWanted) => tree.Files.Where(f => f.Size <= LargestFile && isWanted(f));

    static bool HasExtension(TreeFile file, IReadOnlyList<string> extensions)
    {
        foreach (var extension in extensions)
            if (file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    byte[] Read(TreeFile file)
    {
        using var handle = tree.OpenHandle(file);
        var bytes = new byte[RandomAccess.GetLength(handle)];
        for (var length = 0; length < bytes.Length;)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(length), length);
            if (read == 0) return bytes[..length];
            length += read;
        }
        return bytes;
    }
}
