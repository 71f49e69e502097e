using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>The files of a tree as languages read them; those above 4 MB are left out.</summary>
sealed class TreeSources(ScannedTree tree)
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
    public IEnumerable<SourceFile> EndingIn(params IReadOnlyList<string> extensions) => Where(f => HasExtension(f, extensions));

    /// <summary>The files that are wanted, in the order of their paths.</summary>
    public IEnumerable<SourceFile> Where(Func<TreeFile, bool> isWanted) =>
        from file in tree.Files
        where file.Size <= LargestFile && isWanted(file)
        select new SourceFile(file.Path, Read(file));

    static bool HasExtension(TreeFile file, IReadOnlyList<string> extensions)
    {
        foreach (var extension in extensions)
            if (file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    byte[] Read(TreeFile file)
    {
        using var stream = tree.Open(file);
        var bytes = new byte[stream.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}
