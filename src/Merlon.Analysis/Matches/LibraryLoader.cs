using System.Text;
using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Analysis.Matches.Library;

namespace Merlon.Analysis.Matches;

/// <summary>Fills the reference library.</summary>
public static class LibraryLoader
{
    /// <summary>Adds every file of a tree. What could not be read is told by notes.</summary>
    /// <param name="path">The folder, archive or package that the tree came of; what its files come with is made of it.</param>
    /// <param name="folder">The tree.</param>
    /// <returns>What the files are said to come with, and how many there were.</returns>
    public static async Task<(string Origin, long Files)> Add(LibraryBuilder builder, string path, string folder, Action<ScanNote> note, IProgress<CodeScanProgress>? progress, CancellationToken ct)
    {
        var origin = await LibraryOrigin.Of(path, folder, ct);
        var files = 0L;
        await TreeFingerprints.Of(folder, (file, fingerprints) =>
        {
            builder.Add(new LibraryFile(origin, file.File.Path), file.Digests.Md5, fingerprints);
            files++;
        }, note, progress, ct);
        return (origin, files);
    }

    /// <summary>Adds the files that a list of fingerprints in the published form names.</summary>
    /// <param name="path">The list; its name without the ending is what the files are said to come with.</param>
    /// <returns>As for a tree.</returns>
    /// <exception cref="FormatException">The list is not in that form; the message names the line.</exception>
    public static (string Origin, long Files) AddPublished(LibraryBuilder builder, string path, CancellationToken ct)
    {
        var origin = Path.GetFileNameWithoutExtension(path);
        var files = 0L;
        using var reader = new StreamReader(path, Encoding.UTF8);
        foreach (var file in WfpText.Read(reader))
        {
            ct.ThrowIfCancellationRequested();
            builder.Add(new LibraryFile(origin, file.Path), file.Md5, file.Fingerprints);
            files++;
        }
        return (origin, files);
    }
}
