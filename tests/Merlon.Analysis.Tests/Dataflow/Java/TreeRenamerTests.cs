using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;
using Merlon.DataflowBench.Renaming;

namespace Merlon.Analysis.Tests.Dataflow.Java;

/// <summary>The benchmark that gives everything other names: what is measured with it is the same code, and the same is found in it.</summary>
public sealed class TreeRenamerTests : IDisposable
{
    static readonly Dictionary<string, string> Sources = new()
    {
        ["java/shop/cases/Case1.java"] = """
            package shop.cases;
            import shop.help.*;
            import javax.servlet.http.*;
            /* The value is handed on. */
            public class Case1 extends HttpServlet {
                @Override
                public void doPost(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                    Lookup lookup = new Lookup(request);
                    shop.help.Query.execute("select " + lookup.wanted("id")); // the sink is two files away
                }
            }
            """,
        ["java/shop/cases/Case2.java"] = """
            package shop.cases;
            import shop.help.Lookup;
            import javax.servlet.http.*;
            public class Case2 extends HttpServlet {
                @Override
                public void doPost(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                    shop.help.Query.execute("select " + new Lookup(request).fixed("id"));
                }
            }
            """,
        ["java/shop/cases/Case3.java"] = """
            package shop.cases;
            import shop.help.Handler;
            import javax.servlet.http.*;
            public class Case3 extends HttpServlet {
                @Override
                public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
                    Handler handler = (Handler) Class.forName("shop.help.Handler$Dirty").getDeclaredConstructor().newInstance();
                    java.sql.DriverManager.getConnection("jdbc:h2:mem:").createStatement().execute("select " + handler.handle(request.getParameter("id")));
                }
            }
            """,
        ["java/shop/cases/Case4.java"] = """
            package shop.cases;
            import shop.help.Handler;
            import javax.servlet.http.*;
            public class Case4 extends HttpServlet {
                @Override
                public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
                    Handler handler = (Handler) Class.forName("shop.help.Handler$Clean").getDeclaredConstructor().newInstance();
                    java.sql.DriverManager.getConnection("jdbc:h2:mem:").createStatement().execute("select " + handler.handle(request.getParameter("id")));
                }
            }
            """,
        ["java/shop/help/Lookup.java"] = """
            package shop.help;
            public class Lookup {
                private final javax.servlet.http.HttpServletRequest request;
                public Lookup(javax.servlet.http.HttpServletRequest request) { this.request = request; }
                public String wanted(String name) { return request.getParameter(name); }
                public String fixed(String name) { return "name"; }
            }
            """,
        ["java/shop/help/Query.java"] = """
            package shop.help;
            public class Query {
                static java.sql.Statement statement;
                public static void execute(String text) {
                    try { statement.execute(text); } catch (java.sql.SQLException e) { throw new IllegalStateException(e); }
                }
            }
            """,
        ["java/shop/help/Handler.java"] = """
            package shop.help;
            public interface Handler {
                String handle(String id);
                class Dirty implements Handler { public String handle(String id) { return id; } }
                class Clean implements Handler { public String handle(String id) { return "name"; } }
            }
            """,
    };

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Rename_OfATree_KeepsWhatIsFoundInEveryCase()
    {
        var (original, renamed) = (Write(), Rename());
        var cases = Cases(original).Zip(Cases(renamed), (old, made) => (Old: old, Made: made)).ToList();
        cases.ForEach(c => c.Made.ShouldNotBe(c.Old));

        var before = await SqlInjections(original);
        before.ShouldBe(["Case1", "Case3"]);
        (await SqlInjections(renamed)).ShouldBe(cases.Where(c => before.Contains(c.Old)).Select(c => c.Made), ignoreOrder: true);
    }

    [Fact]
    public void Rename_OfATree_LeavesNoNameOfItsOwnAndNoComment()
    {
        Write();
        var text = string.Concat(Directory.EnumerateFiles(Rename(), "*.java", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] old = ["shop", "Case1", "Lookup", "Query", "Handler", "Dirty", "wanted", "fixed", "handed on", "two files away"];
        old.Where(text.Contains).ShouldBeEmpty();
        string[] ofLibraries = ["doPost", "getParameter", "HttpServlet", "forName"];
        ofLibraries.Where(name => !text.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Rename_OfATreeAgain_GivesTheSameNames()
    {
        Write();
        Cases(Rename("first")).ShouldBe(Cases(Rename("second")));
    }

    string Write()
    {
        var original = folder.CreateSubdirectory("original").FullName;
        foreach (var (path, text) in Sources)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(original, path))!);
            File.WriteAllText(Path.Combine(original, path), text);
        }
        File.WriteAllLines(Path.Combine(original, "expectedresults.csv"), Enumerable.Range(1, 4).Select(n => $"Case{n},sqli,{n % 2 == 1},89"));
        return original;
    }

    string Rename(string name = "renamed")
    {
        var (original, output) = (Path.Combine(folder.FullName, "original"), folder.CreateSubdirectory(name).FullName);
        TreeRenamer.Run(original, Path.Combine(original, "expectedresults.csv"), output).ShouldBe(0);
        return output;
    }

    static List<string> Cases(string tree) => [.. File.ReadLines(Path.Combine(tree, "expectedresults.csv")).Select(line => line.Split(',')[0])];

    /// <summary>The cases in whose flow one starts, by the names of their classes.</summary>
    static async Task<List<string>> SqlInjections(string tree)
    {
        var files = Directory.EnumerateFiles(tree, "*.java", SearchOption.AllDirectories).Select(f => new TreeFile(Path.GetRelativePath(tree, f), new FileInfo(f).Length));
        var context = new TreeScanContext { Tree = new ScannedTree(tree, [.. files]), Options = new CodeScanOptions { Jobs = 1 }, Progress = new Progress<CodeScanProgress>() };
        var cases = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            if (result is Finding { Rule: "sql-injection" } finding)
                cases.UnionWith(finding.Flow.Select(s => Path.GetFileNameWithoutExtension(s.Path)).Where(Cases(tree).Contains));
        return [.. cases];
    }
}
