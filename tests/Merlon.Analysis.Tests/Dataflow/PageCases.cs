using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow;

/// <summary>
/// Small pages, and folders of pages with the code that leads to them. A line that must be reported ends with a comment of its language that says
/// <c>finds</c> and the rule's id; every other line must not be.
/// </summary>
sealed class PageCases(string language)
{
    static readonly string[] Marks = ["<%-- finds ", "@* finds ", "// finds "];

    readonly string folder = Path.Combine(AppContext.BaseDirectory, "Dataflow", language, "Pages");

    public IEnumerable<string> Names => Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    public async Task FindExactlyTheMarkedLines(string name)
    {
        var found = (await Scan(name)).Where(f => f.Type == FindingType.Vuln).Select(f => $"{f.Path}:{f.Line}: {f.Rule}");
        found.Distinct().Order(StringComparer.Ordinal).ShouldBe(FilesOf(name).SelectMany(Expected).Order(StringComparer.Ordinal));
    }

    public async Task<List<Finding>> Scan(string name)
    {
        var tree = new ScannedTree(folder, [.. FilesOf(name).Select(f => new TreeFile(f, new FileInfo(Path.Combine(folder, f)).Length))]);
        var context = new TreeScanContext { Tree = tree, Options = new CodeScanOptions { Jobs = 1 }, Progress = new Progress<CodeScanProgress>() };
        var found = new List<Finding>();
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            if (result is Finding finding) found.Add(finding);
        return found;
    }

    IEnumerable<string> FilesOf(string name)
    {
        var path = Path.Combine(folder, name);
        var files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories);
        return files.Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }

    IEnumerable<string> Expected(string file) =>
        File.ReadLines(Path.Combine(folder, file)).SelectMany((line, i) => RulesIn(line).Select(rule => $"{file}:{i + 1}: {rule}"));

    static IEnumerable<string> RulesIn(string line) =>
        line.Split(Marks, StringSplitOptions.None).Skip(1).SelectMany(mark => mark.Split(["--%>", "*@"], StringSplitOptions.None)[0].Split(',')).Select(rule => rule.Trim());
}
