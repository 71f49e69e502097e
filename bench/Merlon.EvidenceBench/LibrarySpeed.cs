using System.Diagnostics;
using Merlon.Analysis.Matches;
using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Analysis.Matches.Library;

namespace Merlon.EvidenceBench;

/// <summary>How many files a second the reference library tells the source of: <c>library FOLDER [--files N] [--prints N] [--queries N]</c>. A folder without a library is filled
/// first, with generated files of about so many fingerprints, a few of which stand in hundreds of files, as licence headers do. Then files are asked about on one thread: a third are unknown,
/// a third hold a stretch of a known file, a third are known whole but for some lines.</summary>
static class LibrarySpeed
{
    const int FilesOfAnOrigin = 400;

    /// <summary>Hashes that many files share; each file has <see cref="SharedInAFile"/> of them.</summary>
    const uint Shared = 100_000;

    const int SharedInAFile = 4;
    const int LinesOfAPrint = 3;

    /// <summary>What the seeds of unknown files begin with: no file of the library has one so high.</summary>
    const uint Unknown = 1u << 31;

    public static int Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("usage: Merlon.EvidenceBench library FOLDER [--files N] [--prints N] [--queries N]");
            return 2;
        }
        uint Number(string name, uint usual) => Array.IndexOf(args, name) is >= 0 and var at ? uint.Parse(args[at + 1]) : usual;
        var (files, prints, queries) = (Number("--files", 10_000_000), Number("--prints", 100), Number("--queries", 20_000));
        if (!File.Exists(Path.Combine(args[0], "library.json"))) Fill(args[0], files, prints);
        using var library = ReferenceLibrary.Open(args[0]);
        Console.Error.WriteLine($"{library.Files} files, {library.Fingerprints} fingerprints, {Directory.EnumerateFiles(args[0], "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) / 1e9:F1} GB");
        for (var round = 1; round <= 2; round++) Ask(library, prints, queries, round);
        return 0;
    }

    static void Fill(string folder, uint files, uint prints)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        using var builder = new LibraryBuilder(folder);
        for (var file = 0u; file < files; file++)
        {
            var md5 = $"{Mix(file, uint.MaxValue):x16}{Mix(file, uint.MaxValue - 1):x16}";
            builder.Add(new LibraryFile($"pkg:generic/made-{file / FilesOfAnOrigin}@1.0", $"src/part-{file % 20}/file-{file}.c"), md5, [.. Prints(file, prints)]);
        }
        builder.Flush();
        Console.Error.WriteLine($"filled in {watch.Elapsed.TotalSeconds:F0} s, processor {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F0} s");
    }

    static void Ask(ReferenceLibrary library, uint prints, uint queries, int round)
    {
        var matcher = new SnippetMatcher(library);
        var (right, watch, before) = (0u, Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var n = 0u; n < queries; n++)
        {
            // Every round asks about other files, so that what the first one read does not help the second.
            var known = (uint)(Mix(n, (uint)round) % (ulong)library.Files);
            var found = matcher.Match(Question(n, known, prints, round));
            right += (n % 3 == 0 ? found.IsEmpty : found is [var first, ..] && first.Source.EndsWith($"/file-{known}.c", StringComparison.Ordinal)) ? 1u : 0;
        }
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.Error.WriteLine($"round {round}: {queries} files in {watch.Elapsed.TotalSeconds:F1} s, processor {cpu:F1} s: {queries / watch.Elapsed.TotalSeconds:F0} files/s, {queries / cpu:F0} per second of processor; {right} answers right");
    }

    static List<Fingerprint> Question(uint n, uint known, uint prints, int round)
    {
        var unknown = Prints(Unknown + (n * 2) + (uint)round, prints).ToList();
        if (n % 3 == 0) return unknown;
        var theirs = Prints(known, prints).ToList();
        return n % 3 == 1 ? [.. unknown.Take(unknown.Count / 2), .. theirs.Skip(20).Take(15).Select(f => f with { Line = f.Line + 500 })] : [.. theirs.Where((_, at) => at % 10 != 3)];
    }

    static IEnumerable<Fingerprint> Prints(uint file, uint prints)
    {
        // Half to one and a half times as many as asked for.
        var count = (prints / 2) + (uint)(Mix(file, 0) % prints);
        for (var at = 0u; at < count; at++)
            yield return new(at < SharedInAFile ? (uint)Mix((uint)(Mix(file, at + 1) % Shared), 7) : (uint)Mix(file, at + 1), (int)(at * LinesOfAPrint) + 1);
    }

    // SplitMix64 of the two numbers.
    static ulong Mix(uint high, uint low)
    {
        var z = (((ulong)high << 32) | low) + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
