using System.Collections.Immutable;
using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Analysis.Matches.Library;

namespace Merlon.Analysis.Matches;

/// <summary>Finds the files of the library that stretches of a file were copied from.</summary>
public sealed class SnippetMatcher(ReferenceLibrary library)
{
    /// <summary>A file is asked about by at most so many fingerprints, spread evenly.</summary>
    const int MostAsked = 4000;

    /// <summary>A hash that stands in more files than this tells nothing of where it comes from.</summary>
    const int TooCommon = 1000;

    /// <summary>So many fingerprints in a row are no accident: about 300 letters and digits, five to ten lines.</summary>
    const int Fewest = 5;

    /// <summary>Files of the library that one file is said to be copied from.</summary>
    const int MostSources = 3;

    // Lines of the copy may have moved against each other by this much and still be one stretch.
    const int Drift = 8;

    /// <summary>The sources of a file's stretches, the one with the most first; empty when nothing was copied.</summary>
    public ImmutableArray<MatchEvidence> Match(IReadOnlyCollection<Fingerprint> fingerprints)
    {
        var hits = Hits(Asked(fingerprints), out var asked);
        var matches = ImmutableArray.CreateBuilder<MatchEvidence>();
        while (matches.Count < MostSources && hits.Count > 0)
        {
            var best = hits.MaxBy(h => (h.Value.Count, -h.Key.Segment, -(long)h.Key.File));
            if (best.Value.Count < Fewest) break;
            hits.Remove(best.Key);
            var run = Run(best.Value);
            if (run.Count < Fewest) continue;
            var file = library.Segments[best.Key.Segment].FileOf(best.Key.File);
            matches.Add(new MatchEvidence(file.Origin, file.Path, Whole: false, run.Min(h => h.Line), run.Max(h => h.Line), run.Min(h => h.Theirs), Math.Round(100.0 * run.Count / asked, 1)));
            // What this source explains speaks for no other.
            var explained = run.Select(h => h.Hash).ToHashSet();
            foreach (var (key, others) in hits.ToList())
                if (others.RemoveAll(h => explained.Contains(h.Hash)) > 0 && others.Count < Fewest) hits.Remove(key);
        }
        return matches.DrainToImmutable();
    }

    static List<Fingerprint> Asked(IReadOnlyCollection<Fingerprint> fingerprints)
    {
        var distinct = fingerprints.DistinctBy(f => f.Hash).ToList();
        var step = (double)distinct.Count / MostAsked;
        return step <= 1 ? distinct : [.. Enumerable.Range(0, MostAsked).Select(n => distinct[(int)(n * step)])];
    }

    Dictionary<(int Segment, uint File), List<Hit>> Hits(List<Fingerprint> asked, out int count)
    {
        var hits = new Dictionary<(int, uint), List<Hit>>();
        foreach (var fingerprint in asked)
        {
            for (var number = 0; number < library.Segments.Length; number++)
            {
                var segment = library.Segments[number];
                var (from, to) = segment.Find(fingerprint.Hash);
                if (to - from > TooCommon) continue;
                for (var at = from; at < to; at++)
                {
                    var (file, line) = segment.At(at);
                    if (!hits.TryGetValue((number, file), out var list)) hits.Add((number, file), list = []);
                    list.Add(new(fingerprint.Hash, fingerprint.Line, line));
                }
            }
        }
        count = Math.Max(1, asked.Count);
        return hits;
    }

    // The most hits whose lines keep about the same distance from the source's lines.
    static List<Hit> Run(List<Hit> hits)
    {
        var byShift = hits.GroupBy(h => Math.Floor((double)(h.Line - h.Theirs) / Drift)).ToDictionary(g => g.Key, g => g.ToList());
        var best = byShift.Keys.MaxBy(shift => (byShift[shift].Count + (byShift.GetValueOrDefault(shift + 1)?.Count ?? 0), -Math.Abs(shift)));
        return [.. byShift[best], .. byShift.GetValueOrDefault(best + 1) ?? []];
    }

    readonly record struct Hit(uint Hash, int Line, int Theirs);
}
