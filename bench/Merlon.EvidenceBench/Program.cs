using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Merlon.Analysis.Evidence;

// Runs the evidence engine over a folder: Merlon.EvidenceBench FOLDER [--jobs N] [--output FILE]
// Writes the report of `merlon scan --only evidence --format json` and, on standard error, how fast it was.
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: Merlon.EvidenceBench FOLDER [--jobs N] [--output FILE]");
    return 2;
}

var folder = Path.GetFullPath(args[0]);
var jobs = Array.IndexOf(args, "--jobs") is >= 0 and var j ? int.Parse(args[j + 1]) : 1;
var output = Array.IndexOf(args, "--output") is >= 0 and var o ? args[o + 1] : null;
var paths = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
    .Order(StringComparer.Ordinal).ToImmutableArray();

var start = Stopwatch.StartNew();
var engine = new EvidenceEngine();
var loaded = start.Elapsed;
var rows = new object?[paths.Length];
var bytes = 0L;
Parallel.For(0, paths.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, () => engine.CreateScanner(), (i, _, scanner) =>
{
    var content = File.ReadAllBytes(paths[i]);
    Interlocked.Add(ref bytes, content.Length);
    var found = scanner.Scan(content);
    if (output is not null)
    {
        rows[i] = new
        {
            path = Path.GetRelativePath(folder, paths[i]).Replace('\\', '/'), size = content.Length,
            licenses = found.Licenses, copyrights = found.Copyrights, authors = found.Authors, emails = found.Emails, urls = found.Urls,
        };
    }
    return scanner;
}, _ => { });
var seconds = (start.Elapsed - loaded).TotalSeconds;

using var process = Process.GetCurrentProcess();
Console.Error.WriteLine($"loaded in {loaded.TotalSeconds:F2} s; {paths.Length} files, {bytes / 1e6:F1} MB in {seconds:F2} s with {jobs} job(s): "
    + $"{paths.Length / seconds:F0} files/s, {bytes / 1e6 / seconds:F1} MB/s, peak {process.PeakWorkingSet64 / 1e6:F0} MB");
if (output is not null)
{
    await using var file = File.Create(output);
    var naming = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    await JsonSerializer.SerializeAsync(file, new { files = rows, statistics = new { files = paths.Length, bytes, seconds, peak_bytes = process.PeakWorkingSet64 } }, naming);
}
return 0;
