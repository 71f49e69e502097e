using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.CSharp;

/// <summary>
/// Small programs in pairs of bad and good that differ in one detail. A line that must be reported ends with
/// <c>// finds</c> and the rule's id; every other line must not be.
/// </summary>
public sealed class CSharpPairTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Dataflow", "CSharp", "Pairs");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Scan_OfAPair_FindsExactlyTheMarkedLines(string name)
    {
        var file = new TreeFile(name, new FileInfo(Path.Combine(Folder, name)).Length);
        var found = new List<string>();
        var context = new TreeScanContext { Tree = new ScannedTree(Folder, [file]), Options = new CodeScanOptions { Jobs = 1 }, Progress = new Progress<CodeScanProgress>() };
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            if (result is Finding finding) found.Add($"{finding.Line}: {finding.Rule}");
        var expected = Expected(name).ToList();
        var (missing, extra) = (Lines(expected.Except(found)), Lines(found.Except(expected)));
        if (missing.Length + extra.Length > 0) Assert.Fail($"not found: {missing}; found, and should not be: {extra}");
    }

    static string Lines(IEnumerable<string> findings) => string.Join(", ", findings.Distinct());

    static IEnumerable<string> Expected(string name) =>
        File.ReadLines(Path.Combine(Folder, name))
            .SelectMany((line, i) => line.Split("// finds ").Skip(1).SelectMany(rules => rules.Split(',')).Select(rule => $"{i + 1}: {rule.Trim()}"))
            .Order(StringComparer.Ordinal);
}
