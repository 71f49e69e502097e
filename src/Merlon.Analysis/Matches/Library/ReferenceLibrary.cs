using System.Collections.Immutable;

namespace Merlon.Analysis.Matches.Library;

/// <summary>
/// Files of known origin, to recognise copies by: whole ones by their MD5, stretches of them by fingerprints. It lies in a folder as
/// segments that never change; opened, it shows what was there then. Any number of threads may ask at once.
/// </summary>
public sealed class ReferenceLibrary : IDisposable
{
    readonly ImmutableArray<Segment> segments;

    ReferenceLibrary(ImmutableArray<Segment> segments, string version) => (this.segments, Version) = (segments, version);

    /// <summary>The library of a folder; one that is not there is empty.</summary>
    public static ReferenceLibrary Open(string folder)
    {
        var names = LibraryManifest.Read(folder).Segments;
        return new([.. names.Select(name => new Segment(Path.Combine(folder, name)))], string.Join('\n', names.Prepend(Path.GetFullPath(folder.Length == 0 ? "." : folder))));
    }

    /// <summary>Where it lies and what it is made of; segments never change, so that it changes with every addition.</summary>
    public string Version { get; }

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
