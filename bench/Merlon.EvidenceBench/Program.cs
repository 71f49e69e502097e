using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Analysis;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Secrets;
using Merlon.EvidenceBench;

// Runs the evidence engine over a folder: Merlon.EvidenceBench FOLDER [--jobs N] [--output FILE] [--cache FOLDER] [--secrets]
// Writes the report of `merlon scan --only evidence --format json` and, on standard error, how fast it was.
if (args is ["secrets", ..]) return await SecretSpeed.Run(args[1..]);
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: Merlon.EvidenceBench FOLDER [--jobs N] [--output FILE] [--cache FOLDER] [--secrets]\n       Merlon.EvidenceBench secrets FOLDER [--jobs N] [--list]");
    return 2;
}

var folder = Path.GetFullPath(args[0]);
var jobs = Array.IndexOf(args, "--jobs") is >= 0 and var j ? int.Parse(args[j + 1]) : 1;
var output = Array.IndexOf(args, "--output") is >= 0 and var o ? args[o + 1] : null;
var cache = Array.IndexOf(args, "--cache") is >= 0 and var c ? args[c + 1] : null;
ICodeScanner[] scanners = args.Contains("--secrets") ? [new EvidenceScanner(), new SecretScanner()] : [new EvidenceScanner()];

var files = new List<ScannedFile>();
ScanStatistics? statistics = null;
await foreach (var result in new CodeScan(scanners).Run(folder, new() { Kinds = CodeScanKinds.Evidence | CodeScanKinds.Secrets, Jobs = jobs, CacheFolder = cache }))
{
    if (result is ScannedFile file && output is not null) files.Add(file);
    if (result is ScanStatistics last) statistics = last;
    if (result is ScanNote note) Console.Error.WriteLine($"{note.Path}: {note.Message}");
}

if (statistics is not null)
{
    Console.Error.WriteLine($"{statistics.Files} files, {statistics.Bytes / 1e6:F1} MB in {statistics.Seconds:F2} s with {jobs} job(s), loading included: "
        + $"{statistics.Files / statistics.Seconds:F0} files/s, {statistics.Bytes / 1e6 / statistics.Seconds:F1} MB/s, peak {statistics.PeakBytes / 1e6:F0} MB, "
        + $"processor {Environment.CpuUsage.TotalTime.TotalSeconds:F2} s");
}
if (output is not null)
{
    await using var stream = File.Create(output);
    var form = new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    await JsonSerializer.SerializeAsync(stream, new { files, statistics }, form);
}
return 0;
