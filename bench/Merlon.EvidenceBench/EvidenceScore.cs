using System.Text.Json;
using System.Text.RegularExpressions;
using Merlon.Analysis;
using Merlon.Analysis.Evidence;

namespace Merlon.EvidenceBench;

/// <summary>How right the evidence is: <c>score FOLDER [--list]</c>. FOLDER holds <c>files/</c> and <c>expected.jsonl</c>, an object a line: <c>file</c>, and what it holds, <c>spdx</c> (licence
/// expressions), <c>copyrights</c>, <c>holders</c>, <c>authors</c>; what a line does not name is not judged. <c>--list</c> prints every file that differs.</summary>
static partial class EvidenceScore
{
    const int Tiny = 120;
    const int Short = 1500;

    static readonly string[] Operators = ["AND", "OR", "WITH"];

    public static async Task<int> Run(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("usage: Merlon.EvidenceBench score FOLDER [--list]");
            return 2;
        }
        var (folder, list) = (Path.GetFullPath(args[0]), args.Contains("--list"));
        var found = new Dictionary<string, ScannedFile>(StringComparer.Ordinal);
        await foreach (var result in new CodeScan([new EvidenceScanner()]).Run(Path.Combine(folder, "files"), new() { Kinds = CodeScanKinds.Evidence, Jobs = 1 }))
            if (result is ScannedFile file) found[Path.GetFileName(file.Path)] = file;

        var licences = new SortedDictionary<string, (int Files, int Right, int Strict)>(StringComparer.Ordinal);
        var texts = new SortedDictionary<string, (int Hit, int Found, int Wanted)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "expected.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var name = row.RootElement.GetProperty("file").GetString()!;
            var file = found.GetValueOrDefault(name);
            if (Texts(row, "spdx") is { } expressions) Licences(licences, expressions, file, Path.Combine(folder, "files", name), list);
            Compare("copyrights", file?.Copyrights.Select(c => c.Statement));
            Compare("holders", file?.Copyrights.SelectMany(c => c.Holders));
            Compare("authors", file?.Authors.Select(a => a.Author));

            void Compare(string kind, IEnumerable<string>? got)
            {
                if (Texts(row, kind) is not { } expected) return;
                var (wanted, have) = (Bag(expected), Bag(got ?? []));
                var hit = wanted.Sum(w => Math.Min(w.Value, have.GetValueOrDefault(w.Key)));
                var sum = texts.GetValueOrDefault(kind);
                texts[kind] = (sum.Hit + hit, sum.Found + have.Values.Sum(), sum.Wanted + wanted.Values.Sum());
                if (list && (hit < wanted.Values.Sum() || hit < have.Values.Sum())) Console.WriteLine($"{kind} {name}\n  expected: {string.Join(" | ", wanted.Keys.Except(have.Keys))}\n  found:    {string.Join(" | ", have.Keys.Except(wanted.Keys))}");
            }
        }
        foreach (var (stratum, (files, right, strict)) in licences) Console.WriteLine($"licences, {stratum}: {files} files, right {100.0 * right / files:F2} %, strict {100.0 * strict / files:F2} %");
        foreach (var (kind, (hit, have, wanted)) in texts) Console.WriteLine($"{kind}: precision {100.0 * hit / have:F2} %, recall {100.0 * hit / wanted:F2} %, F1 {200.0 * hit / (have + wanted):F2} %");
        return 0;
    }

    static void Licences(SortedDictionary<string, (int Files, int Right, int Strict)> licences, List<string> wanted, ScannedFile? file, string path, bool list)
    {
        var got = file?.Licenses.Select(l => l.Expression).ToList() ?? [];
        var right = Ids(wanted).SetEquals(Ids(got));
        var strict = Terms(wanted).SetEquals(Terms(got));
        var size = new FileInfo(path).Length;
        foreach (var stratum in (ReadOnlySpan<string>)["all", size <= Tiny ? "tiny" : size <= Short ? "short" : "long"])
        {
            var sum = licences.GetValueOrDefault(stratum);
            licences[stratum] = (sum.Files + 1, sum.Right + (right ? 1 : 0), sum.Strict + (strict ? 1 : 0));
        }
        if (list && !right) Console.WriteLine($"licences {Path.GetFileName(path)}\n  expected: {string.Join(", ", Ids(wanted).Except(Ids(got)))}\n  found:    {string.Join(", ", Ids(got).Except(Ids(wanted)))}");
    }

    static List<string>? Texts(JsonDocument row, string name) => row.RootElement.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(t => t.GetString()!)] : null;

    // White space, case and trailing marks tell nothing.
    static Dictionary<string, int> Bag(IEnumerable<string> texts) =>
        texts.Select(t => Blanks().Replace(t, " ").Trim().TrimEnd('.', ',', ';').ToLowerInvariant()).CountBy(t => t).ToDictionary(StringComparer.Ordinal);

    static HashSet<string> Ids(IEnumerable<string> expressions) =>
        [.. expressions.SelectMany(e => Id().Matches(e)).Select(m => m.Value).Where(w => !Operators.Contains(w.ToUpperInvariant())).Select(w => w.ToLowerInvariant())];

    // The terms that all must hold, each with its alternatives in order; exceptions stay with their licence, and OR binds least.
    static HashSet<string> Terms(IEnumerable<string> expressions) => [.. expressions.SelectMany(e => Parts(e, " OR ").Count() > 1 ? [Choice(e)] : Parts(e, " AND ").Select(t => Choice(Bare(t))))];

    static string Choice(string term) => string.Join(" or ", Parts(term, " OR ").Select(p => p.ToLowerInvariant()).Order(StringComparer.Ordinal));

    static string Bare(string term) => term.StartsWith('(') && term.EndsWith(')') ? term[1..^1] : term;

    static IEnumerable<string> Parts(string expression, string sign)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at < expression.Length; at++)
        {
            depth += expression[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 || string.CompareOrdinal(expression, at, sign, 0, sign.Length) != 0) continue;
            yield return expression[from..at].Trim();
            from = at + sign.Length;
        }
        yield return expression[from..].Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex("[A-Za-z0-9][A-Za-z0-9.+:-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
