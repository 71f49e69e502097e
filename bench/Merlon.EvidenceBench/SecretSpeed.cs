using Merlon.Analysis;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Trees;

namespace Merlon.EvidenceBench;

/// <summary>How fast secrets are looked for: <c>secrets FOLDER [--jobs N] [--rounds N] [--digests WHICH] [--list]</c>. First the engine alone over what is read already,
/// on one thread; then the whole scan as <c>merlon scan --only secrets</c> does it: without digests, or with those that <c>--format json</c> shows (<c>--digests md5andsha1</c>).
/// Each runs as often as <c>--rounds</c> says, twice if it says nothing: the first round compiles, the last shows the speed. <c>--list</c> prints what was found, masked.</summary>
static class SecretSpeed
{
    const long MostBytes = 512 << 20;
    const int MostOfAFile = 4 << 20;
    const int BatchBytes = 64 << 20;

    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("usage: Merlon.EvidenceBench secrets FOLDER [--jobs N] [--rounds N] [--digests none|md5andsha1|all] [--list]");
            return 2;
        }
        var folder = Path.GetFullPath(args[0]);
        var jobs = Array.IndexOf(args, "--jobs") is >= 0 and var j ? int.Parse(args[j + 1]) : 1;
        var rounds = Array.IndexOf(args, "--rounds") is >= 0 and var r ? int.Parse(args[r + 1]) : 2;
        var digests = Array.IndexOf(args, "--digests") is >= 0 and var d ? Enum.Parse<ScanDigests>(args[d + 1], ignoreCase: true) : ScanDigests.None;
        for (var round = 1; round <= rounds; round++) EngineAlone(folder, round);
        for (var round = 1; round <= rounds; round++) await WholeScan(folder, new() { Kinds = CodeScanKinds.Secrets, Jobs = jobs, Digests = digests }, round, list: round == rounds && args.Contains("--list"));
        return 0;
    }

    // What counts is the processor's time: on a shared machine the clock says little.
    static void EngineAlone(string folder, int round)
    {
        var reader = new SecretReader(KindSet.Default, new KeywordFilter(KindSet.Default.All), new());
        var files = new TreeWalker(folder, []).Walk(CancellationToken.None).Where(f => f.Size is > 0 and < MostOfAFile).ToList();
        var (bytes, found, spent, at) = (0L, 0, TimeSpan.Zero, 0);
        while (at < files.Count && bytes < MostBytes)
        {
            var batch = new List<(TreeFile File, byte[] Content)>();
            for (var size = 0L; at < files.Count && size < BatchBytes; size += files[at++].Size) batch.Add((files[at], File.ReadAllBytes(Path.Join(folder, files[at].Path))));
            var before = Environment.CpuUsage.TotalTime;
            foreach (var (file, content) in batch)
                found += reader.Read(content, new FileFacts(file), ContentKind.Of(content.AsSpan(0, Math.Min(content.Length, ContentKind.SampleBytes))).Binary).Count;
            spent += Environment.CpuUsage.TotalTime - before;
            bytes += batch.Sum(b => (long)b.Content.Length);
        }
        Console.Error.WriteLine($"engine alone, round {round}: {bytes / 1e6:F1} MB in {spent.TotalSeconds:F2} s of processor: {bytes / 1e6 / spent.TotalSeconds:F0} MB/s per core, {found} secrets");
    }

    static async Task WholeScan(string folder, CodeScanOptions options, int round, bool list)
    {
        ScanStatistics? statistics = null;
        var (found, before) = (0, Environment.CpuUsage.TotalTime);
        await foreach (var result in new CodeScan([new SecretScanner(new() { History = false })]).Run(folder, options))
        {
            if (result is ScanStatistics last) statistics = last;
            if (result is not Finding finding) continue;
            found++;
            if (list) Console.WriteLine($"{finding.Rule}\t{finding.Path}:{finding.Line}\t{finding.Secret!.Masked}\t{finding.Secret.Entropy}");
        }
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.Error.WriteLine($"whole scan, round {round}: {statistics!.Files} files, {statistics.Bytes / 1e6:F1} MB in {statistics.Seconds:F2} s with {options.Jobs} job(s): {statistics.Bytes / 1e6 / statistics.Seconds:F0} MB/s, {found} secrets, peak {statistics.PeakBytes / 1e6:F0} MB, processor {cpu:F2} s, {statistics.Bytes / 1e6 / cpu:F0} MB/s per core");
    }
}
