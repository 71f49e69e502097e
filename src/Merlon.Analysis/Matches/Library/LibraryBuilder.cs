using Merlon.Analysis.Matches.Fingerprints;

namespace Merlon.Analysis.Matches.Library;

/// <summary>
/// Adds files to the library of a folder. What was flushed is there for every reader that opens it afterwards, and stays so whatever
/// happens next. One builder at a time; memory is bounded by <see cref="PostingsAtOnce"/>.
/// </summary>
public sealed class LibraryBuilder : IDisposable
{
    /// <summary>Fingerprints that are gathered before a segment is written.</summary>
    const int PostingsAtOnce = 8_000_000;

    /// <summary>Files that are gathered before a segment is written.</summary>
    const int FilesAtOnce = 500_000;

    readonly string folder;
    readonly LibraryHold held;
    readonly Dictionary<string, uint> origins = [];
    readonly List<(uint Origin, string Path)> files = [];
    readonly List<(byte[] Md5, uint File)> digests = [];
    readonly HashSet<UInt128> seen = [];
    readonly List<Posting> postings = [];
    ReferenceLibrary kept;

    /// <exception cref="IOException">Another builder is at work on this library.</exception>
    public LibraryBuilder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        held = new LibraryHold(folder);
        RemoveLeftovers();
        kept = ReferenceLibrary.Open(folder);
    }

    /// <summary>Adds a file. The text of one that the library knows already is not sampled again.</summary>
    /// <param name="md5">Lower-case hexadecimal.</param>
    public void Add(LibraryFile file, string md5, IReadOnlyCollection<Fingerprint> fingerprints)
    {
        if (!origins.TryGetValue(file.Origin, out var origin)) origins.Add(file.Origin, origin = (uint)origins.Count);
        var number = (uint)files.Count;
        files.Add((origin, file.Path));
        var digest = Convert.FromHexString(md5);
        digests.Add((digest, number));
        if (seen.Add(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest)) && kept.WithDigest(md5, 1).IsEmpty)
            postings.AddRange(fingerprints.DistinctBy(f => f.Hash).Select(f => new Posting(f.Hash, number, (ushort)Math.Min(f.Line, ushort.MaxValue))));
        if (postings.Count >= PostingsAtOnce || files.Count >= FilesAtOnce) Flush();
    }

    /// <summary>Keeps what was added so far.</summary>
    public void Flush()
    {
        if (files.Count == 0) return;
        postings.Sort();
        digests.Sort(static (a, b) => a.Md5.AsSpan().SequenceCompareTo(b.Md5) is not 0 and var order ? order : a.File.CompareTo(b.File));
        var name = NewName();
        SegmentWriter.Write(Path.Combine(folder, name), origins.OrderBy(o => o.Value).Select(o => o.Key), files, digests.Select(d => ((ReadOnlyMemory<byte>)d.Md5, d.File)), postings, postings.Count);
        new LibraryManifest([.. LibraryManifest.Read(folder).Segments, name]).Write(folder);
        Forget();
        SegmentMerge.Tidy(folder, NewName);
        Reopen();
    }

    /// <summary>Forgets what was not flushed.</summary>
    public void Dispose()
    {
        kept.Dispose();
        held.Dispose();
    }

    private void Forget()
    {
        origins.Clear();
        files.Clear();
        digests.Clear();
        seen.Clear();
        postings.Clear();
    }

    private void Reopen()
    {
        kept.Dispose();
        kept = ReferenceLibrary.Open(folder);
    }

    // Segments that no manifest names were left by a builder that was stopped.
    private void RemoveLeftovers()
    {
        var named = LibraryManifest.Read(folder).Segments;
        foreach (var left in Directory.EnumerateDirectories(folder).Where(path => !named.Contains(Path.GetFileName(path)))) Directory.Delete(left, recursive: true);
    }

    private static string NewName() => $"segment-{Guid.CreateVersion7():N}";
}
