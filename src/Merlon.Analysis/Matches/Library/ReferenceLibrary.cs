using System.Collections.Immutable;

namespace Merlon.Analysis.Matches.Library;

/// <summary>
/// Files of known origin, to recognise copies by: whole ones by their MD5, stretches of them by fingerprints. It lies in a folder as
/// segments that never change; opened, it shows what was there then. Any number of threads may ask at once.
/// </summary>
public sealed class ReferenceLibrary : IDisposable
{
    readonly ImmutableArray<Segment> segments;

    ReferenceLibrary(ImmutableArray<Segment> segments) => this.segments = segments;

    /// <summary>The library of a folder; one that is not there is empty.</summary>
    public static ReferenceLibrary Open(string folder) =>
        new([.. LibraryManifest.Read(folder).Segments.Select(name => new Segment(Path.Combine(folder, name)))]);

    public long Files => segments.Sum(s => s.Files);

    public long Fingerprints => segments.Sum(s => s.Postings);

    internal ImmutableArray<Segment> Segments => segments;

    /// <summary>The files with this MD5 (lower-case hexadecimal), at most <paramref name="limit"/>.</summary>
    public ImmutableArray<LibraryFile> WithDigest(string md5, int limit)
    {
        var bytes = Convert.FromHexString(md5);
        return [.. segments.SelectMany(s => s.WithDigest(bytes, limit).Select(s.FileOf)).Take(limit)];
    }

    public void Dispose()
    {
        foreach (var segment in segments) segment.Dispose();
    }
}
