using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Tests.Trees;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.CSharp;

/// <summary>
/// Small programs in pairs of bad and good that differ in one detail. A line that must be reported ends with
/// <c>// finds</c> and the rule's id; every other line must not be. Files named <c>Insight</c> hold pairs of insights, the others of weaknesses.
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
        var ofInsights = name.StartsWith("Insight", StringComparison.Ordinal);
        var expected = Expected(name).ToList();
        var found = (await Scan(Folder, name)).Where(f => f.Type == FindingType.Insight ? IsAsked(f, expected) : !ofInsights).Select(f => $"{f.Line}: {f.Rule}").ToList();
        var (missing, extra) = (Lines(expected.Except(found)), Lines(found.Except(expected)));
        if (missing.Length + extra.Length > 0) Assert.Fail($"not found: {missing}; found, and should not be: {extra}");
    }

    [Fact]
    public async Task Scan_OfATypeInTwoFiles_ReadsInitialValuesOfBoth()
    {
        using var folder = new TestFolder();
        folder.Write("A.cs", "using System; partial class Parts { readonly string a = Environment.GetEnvironmentVariable(\"A\"); }");
        folder.Write("B.cs", "using System.Diagnostics; partial class Parts { readonly Missing b = new Missing(1); void Run() => Process.Start(\"sh\", a); }");
        (await Scan(folder.Path, "A.cs", "B.cs")).Where(f => f.Type != FindingType.Insight).Select(f => $"{f.Path}: {f.Rule}").ShouldBe(["B.cs: command-injection"]);
    }

    /// <summary>Insights are about the habits of code; only pairs about them are written to have none other.</summary>
    static bool IsAsked(Finding finding, List<string> expected) => expected.Exists(e => e.EndsWith(": " + finding.Rule, StringComparison.Ordinal));

    static async Task<List<Finding>> Scan(string folder, params string[] names)
    {
        var files = names.Select(n => new TreeFile(n, new FileInfo(Path.Combine(folder, n)).Length));
        var context = new TreeScanContext { Tree = new ScannedTree(folder, [.. files]), Options = new CodeScanOptions { Jobs = 1 }, Progress = new Progress<CodeScanProgress>() };
        var found = new List<Finding>();
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            if (result is Finding finding) found.Add(finding);
        return found;
    }

    static string Lines(IEnumerable<string> findings) => string.Join(", ", findings.Distinct());

    static IEnumerable<string> Expected(string name) =>
        File.ReadLines(Path.Combine(Folder, name))
            .SelectMany((line, i) => line.Split("// finds ").Skip(1).SelectMany(rules => rules.Split(',')).Select(rule => $"{i + 1}: {rule.Trim()}"))
            .Order(StringComparer.Ordinal);
}
