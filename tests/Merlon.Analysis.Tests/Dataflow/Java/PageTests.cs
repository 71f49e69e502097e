using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.Java;

/// <summary>
/// Small pages, and folders of pages with the code that leads to them. A line that must be reported ends with <c>&lt;%-- finds --%&gt;</c>
/// or <c>// finds</c> and the rule's id; every other line must not be.
/// </summary>
public sealed class PageTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Dataflow", "Java", "Pages");

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateFileSystemEntries(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Scan_OfPages_FindsExactlyTheMarkedLines(string name)
    {
        var files = FilesOf(name);
        var found = (await Scan(files)).Where(f => f.Type == FindingType.Vuln).Select(f => $"{f.Path}:{f.Line}: {f.Rule}");
        found.Distinct().Order(StringComparer.Ordinal).ShouldBe(files.SelectMany(Expected).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Finding_OfAForwardedPage_TellsTheWayFromTheServlet()
    {
        var finding = (await Scan(FilesOf("Forward"))).First(f => f.Line == 2);
        finding.Flow[0].ShouldSatisfyAllConditions(s => s.Path.ShouldBe("Forward/Greeter.java"), s => s.Code.ShouldBe("request.getParameter(\"name\")"));
        finding.Flow[^1].ShouldSatisfyAllConditions(s => s.Path.ShouldBe("Forward/WEB-INF/views/greeting.jsp"), s => s.Code.ShouldBe("${name}"));
        finding.Flow[^1].Symbol.ShouldBe("javax.servlet.jsp.JspWriter.print");
        finding.Column.ShouldBe(4);
    }

    static List<string> FilesOf(string name)
    {
        var path = Path.Combine(Folder, name);
        var files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories);
        return [.. files.Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    static async Task<List<Finding>> Scan(List<string> files)
    {
        var tree = new ScannedTree(Folder, [.. files.Select(f => new TreeFile(f, new FileInfo(Path.Combine(Folder, f)).Length))]);
        var context = new TreeScanContext { Tree = tree, Options = new CodeScanOptions { Jobs = 1 }, Progress = new Progress<CodeScanProgress>() };
        var found = new List<Finding>();
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            if (result is Finding finding) found.Add(finding);
        return found;
    }

    static IEnumerable<string> Expected(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).SelectMany((line, i) => Marks(line).Select(rule => $"{file}:{i + 1}: {rule}"));

    static IEnumerable<string> Marks(string line) =>
        line.Split(["<%-- finds ", "// finds "], StringSplitOptions.None).Skip(1).SelectMany(mark => mark.Split("--%>")[0].Split(',')).Select(rule => rule.Trim());
}
