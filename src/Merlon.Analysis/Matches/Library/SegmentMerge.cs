namespace Merlon.Analysis.Matches.Library;

/// <summary>Keeps the number of segments small, so that a question is asked of few: eight of about one size become one.</summary>
static class SegmentMerge
{
    const int Together = 8;

    /// <summary>Merges while there are enough segments of one size.</summary>
    public static void Tidy(string folder, Func<string> newName)
    {
        while (Ripe(folder) is { Length: > 0 } names)
        {
            var name = newName();
            Merge([.. names.Select(n => Path.Combine(folder, n))], Path.Combine(folder, name));
            new LibraryManifest([.. LibraryManifest.Read(folder).Segments.Except(names), name]).Write(folder);
            // Readers that have them open go on reading.
            foreach (var merged in names) Directory.Delete(Path.Combine(folder, merged), recursive: true);
        }
    }

    static string[] Ripe(string folder) =>
        LibraryManifest.Read(folder).Segments.GroupBy(name => SizeClass(Path.Combine(folder, name))).FirstOrDefault(group => group.Count() >= Together)?.Take(Together).ToArray() ?? [];

    // Sizes within a factor of eight are about the same.
    static int SizeClass(string segment) => (int)long.Log2(new FileInfo(Path.Combine(segment, SegmentFiles.Postings)).Length + 1) / 3;

    static void Merge(IReadOnlyList<string> folders, string into)
    {
        var parts = folders.Select(folder => new Segment(folder)).ToList();
        try
        {
            var (originsBefore, filesBefore) = (Before(parts, s => s.Origins.Count), Before(parts, s => s.Files));
            SegmentWriter.Write(
                into,
                parts.SelectMany(s => s.Origins),
                parts.SelectMany((s, n) => s.AllFiles().Select(f => (f.Origin + (uint)originsBefore[n], f.Path))),
                InOrder(parts.Select((s, n) => s.AllDigests().Select(d => (d.Md5, d.File + (uint)filesBefore[n]))), static (a, b) => a.Md5.Span.SequenceCompareTo(b.Md5.Span) is not 0 and var order ? order : a.Item2.CompareTo(b.Item2)),
                InOrder(parts.Select((s, n) => s.AllPostings().Select(p => p with { File = p.File + (uint)filesBefore[n] })), static (a, b) => a.CompareTo(b)),
                parts.Sum(s => s.Postings));
        }
        finally
        {
            foreach (var part in parts) part.Dispose();
        }
    }

    static long[] Before(List<Segment> parts, Func<Segment, long> size)
    {
        var before = new long[parts.Count];
        for (var n = 1; n < before.Length; n++) before[n] = before[n - 1] + size(parts[n - 1]);
        return before;
    }

    static IEnumerable<T> InOrder<T>(IEnumerable<IEnumerable<T>> sources, Comparison<T> order)
    {
        var heads = new PriorityQueue<IEnumerator<T>, T>(Comparer<T>.Create(order));
        foreach (var source in sources)
        {
            var reader = source.GetEnumerator();
            if (reader.MoveNext()) heads.Enqueue(reader, reader.Current);
        }
        while (heads.TryPeek(out var reader, out var least))
        {
            yield return least;
            if (reader.MoveNext()) heads.EnqueueDequeue(reader, reader.Current);
            else heads.Dequeue().Dispose();
        }
    }
}
