using System.Collections.Immutable;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Secrets;

/// <summary>Tells whoever wants to show a text which of its lines to leave out.</summary>
public static class SecretLines
{
    /// <summary>The 1-based lines that a secret stands on or runs over, as a scan of the same file finds them.</summary>
    /// <param name="text">The whole file, in UTF-8.</param>
    /// <param name="path">The file's path: what is a secret depends on the kind of file.</param>
    public static ImmutableSortedSet<int> Of(ReadOnlySpan<byte> text, string path)
    {
        var reader = new SecretReader(KindSet.Default, new KeywordFilter(KindSet.Default.All), new SecretSettings());
        var counter = new LineCounter(text, 1);
        var lines = ImmutableSortedSet.CreateBuilder<int>();
        foreach (var match in reader.Read(text, new FileFacts(new TreeFile(path, text.Length)), shapesOnly: false))
        {
            var (first, _) = counter.Of(match.Start);
            var last = first + text[match.Start..match.End].Count((byte)'\n');
            for (var line = first; line <= last; line++) lines.Add(line);
        }
        return lines.ToImmutable();
    }
}
