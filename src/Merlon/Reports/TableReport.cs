using Merlon.Analysis;

namespace Merlon.Reports;

/// <summary>For a person: worst first, and last what the scan could not know.</summary>
sealed class TableReport : IScanReport
{
    public string Format => "table";

    public async Task Write(IAsyncEnumerable<ScanResult> results, Stream output, ReportSubject subject, CancellationToken ct)
    {
        var all = await CollectedResults.Of(results, ct);
        await using var text = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var table = new TextTables(text, wide: Terminal.IsInteractive);
        if (all.Vulnerabilities.Count > 0)
            table.Write($"{all.Vulnerabilities.Count} vulnerabilities", ["SEVERITY", "CVSS", "ID", "PACKAGE", "FIXED IN", "SUMMARY"], all.WorstVulnerabilities.Select(Row));
        if (all.Findings.Count > 0)
            table.Write($"{all.Findings.Count} findings", ["SEVERITY", "TYPE", "RULE", "PLACE", "TITLE"], all.WorstFindings.Select(Row));
        if (all.Packages.Count > 0)
            table.Write($"{all.Packages.DistinctBy(p => p.Purl).Count()} packages", ["TYPE", "DIRECT", "THROUGH OTHERS"], all.Packages.DistinctBy(p => p.Purl).GroupBy(Type).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Row));
        if (all.Licenses.Count > 0)
            table.Write("Licences", ["FILES", "LICENCE"], all.Licenses.OrderByDescending(l => l.Value).Select(l => (string[])[l.Value.ToString(), l.Key]));
        if (all.Terms.Count > 0)
            table.Write(TermTitle(all), ["TERM", "PLACE", "TEXT"], all.Terms.Select(t => (string[])[t.Term.Term, $"{t.Path}:{t.Term.Line}", t.Term.Text]));
        foreach (var note in all.Notes) await text.WriteLineAsync($"note: {TextTables.OneLine(note.Path is { } path ? $"{path}: {note.Message}" : note.Message)}");
        await text.WriteLineAsync($"{all.Statistics.Files:N0} {(all.Statistics.Files == 1 ? "file" : "files")}, {all.Statistics.Bytes:N0} bytes in {all.Statistics.Seconds:0.0} s");
    }

    private static string TermTitle(CollectedResults all) => $"{all.TermCount:N0} places with search terms" + (all.TermCount > all.Terms.Count ? $", of which the first {all.Terms.Count:N0}" : "");

    private static string[] Row(FoundVulnerability v) => [v.Severity?.ToString().ToLowerInvariant() ?? "unknown", v.Cvss?.ToString("0.0") ?? "", v.Id, v.Purl, v.FixedIn ?? "", v.Summary ?? ""];

    private static string[] Row(Finding f) => [f.Severity.ToString().ToLowerInvariant(), f.Type.ToString().ToLowerInvariant(), f.Rule, $"{f.Path}:{f.Line}", f.Title];

    private static string[] Row(IGrouping<string, FoundPackage> type) => [type.Key, type.Count(p => p.Direct).ToString(), type.Count(p => !p.Direct).ToString()];

    private static string Type(FoundPackage package) => package.Purl.Split(':', '/')[1];
}
