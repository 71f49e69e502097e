using System.Net;
using Merlon.Analysis;

namespace Merlon.Reports;

/// <summary>One page without scripts that can be mailed: worst first.</summary>
sealed class HtmlReport : IScanReport
{
    private const string Style = "body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #ddd;vertical-align:top;overflow-wrap:anywhere}.critical{color:#86061d;font-weight:600}.high{color:#cf222e}.medium{color:#9a6700}";

    public string Format => "html";

    public async Task Write(IAsyncEnumerable<ScanResult> results, Stream output, ReportSubject subject, CancellationToken ct)
    {
        var all = await CollectedResults.Of(results, ct);
        await using var page = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        await page.WriteLineAsync($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Merlon: {Text(subject.Name)}</title><style>{Style}</style></head><body>");
        await page.WriteLineAsync($"<h1>{Text(subject.Name)}</h1><p>{all.Statistics.Files:N0} files, {all.Packages.DistinctBy(p => p.Purl).Count():N0} packages, scanned {subject.Now:yyyy-MM-dd HH:mm} UTC</p>");
        Table(page, $"{all.Vulnerabilities.Count} vulnerabilities", ["Severity", "CVSS", "Advisory", "Package", "Fixed in", "Summary"], all.WorstVulnerabilities.Select(v => (string[])
            [Word(v.Severity), v.Cvss?.ToString("0.0") ?? "", v.Id, v.Purl, v.FixedIn ?? "", v.Summary ?? ""]));
        Table(page, $"{all.Findings.Count} findings", ["Severity", "Rule", "Place", "Title"], all.WorstFindings.Select(f => (string[])[Word(f.Severity), f.Rule, $"{f.Path}:{f.Line}", f.Title]));
        Table(page, "Licences", ["Licence", "Files"], all.Licenses.OrderByDescending(l => l.Value).Select(l => (string[])[l.Key, l.Value.ToString()]));
        Table(page, "What could not be known", ["Note"], all.Notes.Select(note => (string[])[note.Path is { } path ? $"{path}: {note.Message}" : note.Message]));
        await page.WriteLineAsync("</body></html>");
    }

    private static void Table(StreamWriter page, string title, string[] headings, IEnumerable<string[]> rows)
    {
        page.WriteLine($"<h2>{Text(title)}</h2><table><tr>{string.Concat(headings.Select(heading => $"<th>{heading}</th>"))}</tr>");
        foreach (var row in rows) page.WriteLine($"<tr class=\"{Text(row[0])}\">{string.Concat(row.Select(cell => $"<td>{Text(cell)}</td>"))}</tr>");
        page.WriteLine("</table>");
    }

    private static string Word(FindingSeverity? severity) => severity?.ToString().ToLowerInvariant() ?? "unknown";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
