using System.Text.Json;
using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Rescans;

/// <summary>A small tree of Java with a folder for what scans keep.</summary>
public abstract class RescanTree : IDisposable
{
    protected const string Page = """
        import javax.servlet.http.*;
        class Page extends HttpServlet {
            Shape shape = new Square();
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                response.getWriter().println(Texts.clean(request.getParameter("a")));
                Shape other = shape;
                response.getWriter().println(other.name(request.getParameter("b")));
                if (Flags.open) response.getWriter().println(request.getParameter("c"));
            }
        }
        """;

    protected const string Texts = """
        class Texts {
            static String clean(String text) {
                return "fixed";
            }
        }
        """;

    protected const string Shapes = """
        interface Shape { String name(String given); }
        class Square implements Shape { public String name(String given) { return "square"; } }
        """;

    protected const string Flags = "class Flags { static boolean open = false; }";

    protected const string Unrelated = """
        import javax.servlet.http.*;
        class Unrelated extends HttpServlet {
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                response.getWriter().println(request.getHeader("x"));
            }
        }
        """;

    readonly string folder = Directory.CreateTempSubdirectory().FullName;

    protected RescanTree()
    {
        Directory.CreateDirectory(Tree);
        foreach (var (name, text) in new[] { ("Page", Page), ("Texts", Texts), ("Shapes", Shapes), ("Flags", Flags), ("Unrelated", Unrelated) }) Write(name, text);
    }

    protected string Tree => Path.Combine(folder, "tree");

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string Cache => Path.Combine(folder, "cache");

    protected void Write(string name, string text) => File.WriteAllText(Path.Combine(Tree, name + ".java"), text);

    /// <summary>Scans with and without the cache; gives the number of findings.</summary>
    protected async Task<int> Compare()
    {
        var rescan = await Scan(Cache);
        rescan.ShouldBe(await Scan(null));
        return rescan.Count;
    }

    protected async Task<List<string>> Scan(string? cache)
    {
        var files = Directory.GetFiles(Tree).Order(StringComparer.Ordinal).Select(f => new TreeFile(Path.GetFileName(f), new FileInfo(f).Length));
        var options = new CodeScanOptions { Jobs = 1, CacheFolder = cache };
        var context = new TreeScanContext { Tree = new ScannedTree(Tree, [.. files]), Options = options, Progress = new Progress<CodeScanProgress>() };
        var found = new List<string>();
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            found.Add(result is Finding finding ? JsonSerializer.Serialize(finding) : result.ToString()!);
        return found;
    }
}
