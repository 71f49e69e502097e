using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Analysis;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Secrets;
using Merlon.EvidenceBench;

// Runs the evidence engine over a folder: Merlon.EvidenceBench FOLDER [--jobs N] [--rounds N] [--output FILE] [--cache FOLDER] [--secrets]
// Writes the report of `merlon scan --only evidence --format json` and, on standard error, how fast each round was: the first loads and compiles.
if (args is ["secrets", ..]) return await SecretSpeed.Run(args[1..]);
if (args is ["score", ..]) return await EvidenceScore.Run(args[1..]);
if (args is ["library", ..]) return LibrarySpeed.Run(args[1..]);
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: Merlon.EvidenceBench FOLDER [--jobs N] [--rounds N] [--output FILE] [--cache FOLDER] [--secrets]\n       Merlon.EvidenceBench secrets FOLDER [--jobs N] [--rounds N] [--digests none|md5andsha1|all] [--list]\n       Merlon.EvidenceBench library FOLDER [--files N] [--prints N] [--queries N]\n       Merlon.EvidenceBench score FOLDER [--list]");
    return 2;
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
var folder = Path.GetFullPath(args[0]);
var jobs = int.Parse(Option("--jobs") ?? "1");
var rounds = int.Parse(Option("--rounds") ?? "1");
var output = Option("--output");
ICodeScanner[] scanners = args.Contains("--secrets") ? [new EvidenceScanner(), new SecretScanner()] : [new EvidenceScanner()];

var files = new List<ScannedFile>();
ScanStatistics? statistics = null;
for (var round = 1; round <= rounds; round++)
{
    files.Clear();
    var before = Environment.CpuUsage.TotalTime;
    await foreach (var result in new CodeScan(scanners).Run(folder, new() { Kinds = CodeScanKinds.Evidence | CodeScanKinds.Secrets, Jobs = jobs, CacheFolder = Option("--cache") }))
    {
        if (result is ScannedFile file && output is not null) files.Add(file);
        if (result is ScanStatistics last) statistics = last;
        if (result is ScanNote note) Console.Error.WriteLine($"{note.Path}: {note.Message}");
    }
    var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    Console.Error.WriteLine($"round {round}: {statistics!.Files} files, {statistics.Bytes / 1e6:F1} MB in {statistics.Seconds:F2} s with {jobs} job(s), processor {processor:F2} s: "
        + $"{statistics.Files / processor:F0} files/s and {statistics.Bytes / 1e6 / processor:F1} MB/s per core, peak {statistics.PeakBytes / 1e6:F0} MB");
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
