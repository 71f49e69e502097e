using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.Java;

/// <summary>
/// Small programs in pairs of bad and good that differ in one detail. A line that must be reported ends with
/// <c>// finds</c> and the rule's id; every other line must not be.
/// </summary>
public sealed class JavaPairTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Dataflow", "Java", "Pairs");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.java").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Scan_OfAPair_FindsExactlyTheMarkedLines(string name)
    {
        var file = new TreeFile(name, new FileInfo(Path.Combine(Folder, name)).Length);
        var found = new List<string>();
        var context = new TreeScanContext { Tree = new ScannedTree(Folder, [file]), Options = new CodeScanOptions { Jobs = 1 }, Progress = new Progress<CodeScanProgress>() };
        var expected = Expected(name).ToList();
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            if (result is Finding finding && IsAsked(finding, expected)) found.Add($"{finding.Line}: {finding.Rule}");
        found.Distinct().Order(StringComparer.Ordinal).ShouldBe(expected);
    }

    /// <summary>Insights are about the habits of code; only pairs about them are written to have none other.</summary>
    static bool IsAsked(Finding finding, List<string> expected) => finding.Type != FindingType.Insight || expected.Exists(e => e.EndsWith(": " + finding.Rule, StringComparison.Ordinal));

    static IEnumerable<string> Expected(string name) =>
        File.ReadLines(Path.Combine(Folder, name))
            .SelectMany((line, i) => line.Split("// finds ").Skip(1).SelectMany(rules => rules.Split(',')).Select(rule => $"{i + 1}: {rule.Trim()}"))
            .Order(StringComparer.Ordinal);
}
