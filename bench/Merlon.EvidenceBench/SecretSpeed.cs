using System.Diagnostics;
using Merlon.Analysis;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Trees;

namespace Merlon.EvidenceBench;

/// <summary>How fast secrets are looked for: <c>secrets FOLDER [--jobs N] [--list]</c>. First the engine alone over what is read already, on one
/// thread; then the whole scan with reading and digests. <c>--list</c> prints what was found, masked.</summary>
static class SecretSpeed
{
    const int MostBytes = 512 << 20;

    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("usage: Merlon.EvidenceBench secrets FOLDER [--jobs N] [--list]");
            return 2;
        }
        var folder = Path.GetFullPath(args[0]);
        var jobs = Array.IndexOf(args, "--jobs") is >= 0 and var j ? int.Parse(args[j + 1]) : 1;
        EngineAlone(folder);
        await WholeScan(folder, jobs, args.Contains("--list"));
        return 0;
    }

    static void EngineAlone(string folder)
    {
        var reader = new SecretReader(KindSet.Default, new KeywordFilter(KindSet.Default.All), new());
        var (bytes, found, spent) = (0L, 0, TimeSpan.Zero);
        foreach (var file in new TreeWalker(folder, []).Walk(CancellationToken.None).Where(f => f.Size is > 0 and < 4 << 20))
        {
            var content = File.ReadAllBytes(Path.Join(folder, file.Path));
            var binary = ContentKind.Of(content.AsSpan(0, Math.Min(content.Length, ContentKind.SampleBytes))).Binary;
            var started = Stopwatch.GetTimestamp();
            found += reader.Read(content, new FileFacts(file), binary).Count;
            spent += Stopwatch.GetElapsedTime(started);
            bytes += content.Length;
            if (bytes > MostBytes) break;
        }
        Console.Error.WriteLine($"engine alone: {bytes / 1e6:F1} MB in {spent.TotalSeconds:F2} s on one thread: {bytes / 1e6 / spent.TotalSeconds:F0} MB/s, {found} secrets");
    }

    static async Task WholeScan(string folder, int jobs, bool list)
    {
        ScanStatistics? statistics = null;
        var found = 0;
        await foreach (var result in new CodeScan([new SecretScanner(new() { History = false })]).Run(folder, new() { Kinds = CodeScanKinds.Secrets, Jobs = jobs }))
        {
            if (result is ScanStatistics last) statistics = last;
            if (result is not Finding finding) continue;
            found++;
            if (list) Console.WriteLine($"{finding.Rule}\t{finding.Path}:{finding.Line}\t{finding.Secret!.Masked}\t{finding.Secret.Entropy}");
        }
        var cpu = Environment.CpuUsage.TotalTime.TotalSeconds;
        Console.Error.WriteLine($"whole scan: {statistics!.Files} files, {statistics.Bytes / 1e6:F1} MB in {statistics.Seconds:F2} s with {jobs} job(s): {statistics.Bytes / 1e6 / statistics.Seconds:F0} MB/s, {found} secrets, peak {statistics.PeakBytes / 1e6:F0} MB, processor {cpu:F2} s since the start");
    }
}
