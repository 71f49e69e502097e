using System.CommandLine;
using Merlon.Analysis;
using Merlon.Analysis.Evidence.SearchTerms;
using Merlon.Analysis.Matches.Library;
using Merlon.Reports;
using Merlon.Scanning;

namespace Merlon.Commands;

/// <summary><c>merlon scan</c>: looks at a folder or an archive, without a server.</summary>
sealed class ScanCommand : Command
{
    private readonly Argument<string> _path = new("PATH") { Description = "A folder or an archive." };
    private readonly Option<string?> _only = new("--only") { Description = $"What to look for: some of {ScanKinds.All}, parted by commas (default: all).", HelpName = "KIND,..." };
    private readonly Option<string> _format = new("--format") { Description = $"One of {string.Join(", ", ScanReports.All.Select(report => report.Format))}.", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> _output = new("--output") { Description = "Writes there instead of to standard output.", HelpName = "FILE" };
    private readonly Option<string?> _advisories = new("--advisories") { Description = "Advisories in OSV form: a folder, an archive or a file (default: those of the installation).", HelpName = "PATH" };
    private readonly Option<string?> _rules = new("--rules") { Description = "Rules of your own, beside the built-in ones.", HelpName = "DIR" };
    private readonly Option<string?> _failOn = new("--fail-on") { Description = "Exit code 1 when anything is as bad as this or worse: info, low, medium, high, critical.", HelpName = "SEVERITY" };
    private readonly StoreOptions _store = new();
    private readonly DeliveryOptions _delivery = new();
    private readonly Option<int?> _jobs = new("--jobs") { Description = "How many files to look at side by side.", HelpName = "N" };
    private readonly Option<int?> _maxSteps = new("--max-steps") { Description = "How many instructions the code engine follows from one entry point (default: 60000).", HelpName = "N" };
    private readonly Option<string?> _cache = new("--cache") { Description = "Keeps results there, so that the next scan of the same tree is quicker.", HelpName = "DIR" };

    private readonly Option<string?> _terms = new("--search-terms") { Description = "Looks for these in every file: one a line, a pattern between slashes.", HelpName = "FILE" };

    public ScanCommand() : base("scan", "Scans a folder or an archive.")
    {
        Arguments.Add(_path);
        foreach (var option in new Option[] { _only, _format, _output, _advisories, _rules, _terms, _failOn, _jobs, _maxSteps, _cache }) Options.Add(option);
        _store.AddTo(this);
        _delivery.AddTo(this);
        SetAction(Run);
    }

    /// <summary>Whether files can be made in a folder, which is made when it is missing.</summary>
    private static bool CanKeepIn(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (ScanKinds.Read(parsed.GetValue(_only)) is not { } kinds) return ExitCode.Refuse($"--only names some of {ScanKinds.All}, not '{parsed.GetValue(_only)}'.");
        if (ScanReports.All.FirstOrDefault(r => r.Format == parsed.GetValue(_format)) is not { } report) return ExitCode.Refuse($"There is no format '{parsed.GetValue(_format)}'; there are {string.Join(", ", ScanReports.All.Select(r => r.Format))}.");
        if (parsed.GetValue(_jobs) is < 1) return ExitCode.Refuse("--jobs is at least 1.");
        if (File.Exists(parsed.GetValue(_cache))) return ExitCode.Refuse($"--cache names '{parsed.GetValue(_cache)}', which is a file; name a folder.");
        if (parsed.GetValue(_cache) is { } cache && !CanKeepIn(cache)) return ExitCode.Refuse($"--cache names '{cache}', a folder that cannot be made or written to; name another.");
        if (parsed.GetValue(_maxSteps) is < 1) return ExitCode.Refuse("--max-steps is at least 1.");
        if (!Terms(parsed.GetValue(_terms), out var terms, out var unusable)) return ExitCode.Refuse(unusable);
        if (!Threshold(parsed.GetValue(_failOn), out var threshold)) return ExitCode.Refuse($"--fail-on is one of info, low, medium, high, critical, not '{parsed.GetValue(_failOn)}'.");

        if (!_delivery.Read(parsed).Succeeded(out var delivery, out var incomplete)) return ExitCode.Refuse(incomplete);
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        var asksAdvisories = kinds.HasFlag(CodeScanKinds.Vulnerabilities) || parsed.GetValue(_advisories) is not null || _store.NamesAPlace(parsed);
        await using var advisories = asksAdvisories ? await ScanAdvisories.Open(parsed.GetValue(_advisories), options.Storage, isChosen: _store.NamesAPlace(parsed), ct) : ScanAdvisories.None;
        using var library = ReferenceLibrary.Open(options.Storage.LibraryFolder);
        using var target = await ScanTarget.Open(parsed.GetValue(_path)!, ct);
        var scan = new CodeScan(ScanKinds.Scanners(kinds, advisories.Source, library, parsed.GetValue(_rules), terms));
        var how = new CodeScanOptions { Kinds = kinds, Jobs = parsed.GetValue(_jobs) ?? Environment.ProcessorCount, CacheFolder = parsed.GetValue(_cache), Digests = DigestsFor(kinds, report) };
        if (parsed.GetValue(_maxSteps) is { } steps) how = how with { Limits = how.Limits with { DataflowSteps = steps } };
        using var progress = new ScanProgress(TimeProvider.System);
        var gate = new SeverityGate(threshold);
        var results = gate.Watch(WithNotes(target, scan.Run(target.Folder, how, progress, ct)), ct);
        var subject = new ReportSubject(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(_path)!))), TimeProvider.System.GetUtcNow());
        await ReportOutput.Write(parsed.GetValue(_output), output => report.Write(results, output, subject, ct));
        if (delivery is not null) await new ServerDelivery(delivery, TimeProvider.System).Deliver(parsed.GetValue(_path)!, ct);
        return gate.Over > 0 ? ExitCode.OverThreshold : ExitCode.Done;
    }

    // Next to looking for secrets, digests are dear: only those that the documented form of the output shows, and only where it shows any.
    private static ScanDigests DigestsFor(CodeScanKinds kinds, IScanReport report) =>
        (kinds & ~(CodeScanKinds.Secrets | CodeScanKinds.Code)) == 0 && !report.ShowsDigests ? ScanDigests.None : kinds == CodeScanKinds.Secrets ? ScanDigests.Md5AndSha1 : ScanDigests.All;

    private static async IAsyncEnumerable<ScanResult> WithNotes(ScanTarget target, IAsyncEnumerable<ScanResult> results)
    {
        foreach (var note in target.Notes) yield return note;
        await foreach (var result in results) yield return result;
    }

    private static bool Terms(string? file, out SearchTermSet? terms, out string unusable)
    {
        (terms, unusable) = (null, "");
        if (file is null) return true;
        try
        {
            terms = SearchTermFile.Read(file);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            unusable = $"--search-terms: {exception.Message}";
        }
        return terms is not null;
    }

    private static bool Threshold(string? text, out FindingSeverity? threshold)
    {
        threshold = Enum.TryParse<FindingSeverity>(text, ignoreCase: true, out var severity) && Enum.IsDefined(severity) && !char.IsAsciiDigit(text![0]) ? severity : null;
        return text is null || threshold is not null;
    }
}
