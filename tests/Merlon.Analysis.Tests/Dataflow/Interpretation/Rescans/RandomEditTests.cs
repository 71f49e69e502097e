using System.Text.Json;
using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Rescans;

/// <summary>
/// A small application whose parts depend on one another in the ways in which code can: bodies, overloads, inheritance, fields, constants,
/// imports, nested, local and anonymous classes, resources. It is changed in one or two ways at a time, chosen by a number, and scanned with what
/// earlier scans kept and afresh.
/// </summary>
public sealed class RandomEditTests : IDisposable
{
    const int Rounds = 30;

    readonly string folder = Directory.CreateTempSubdirectory().FullName;
    readonly DataflowScanner scanner = new();
    readonly bool[] switches = new bool[25];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rescan_AfterAnyEdits_SaysWhatAFreshScanSays(int seed)
    {
        var state = (uint)seed;
        int Next(int limit) => (int)((state = state * 1664525 + 1013904223) >> 8) % limit;
        var counts = new HashSet<int>();
        for (var round = 0; round < Rounds; round++)
        {
            Write();
            var rescan = await Scan(Path.Combine(folder, "cache"));
            rescan.ShouldBe(await Scan(null), $"round {round}: {string.Concat(switches.Select(s => s ? '1' : '0'))}");
            counts.Add(rescan.Count);
            for (var edits = 1 + Next(2); edits > 0; edits--)
            {
                var which = Next(switches.Length);
                switches[which] = !switches[which];
            }
        }
        counts.Count.ShouldBeGreaterThan(3);
    }

    void Write()
    {
        var tree = Path.Combine(folder, "tree");
        if (Directory.Exists(tree)) Directory.Delete(tree, recursive: true);
        foreach (var (path, text) in Files())
        {
            var file = Path.Combine(tree, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    string When(int which, string then, string otherwise = "") => switches[which] ? then : otherwise;

    IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("web/Page.java", $$"""
            package web;
            import base.*;
            import java.util.*;
            import javax.servlet.http.*;
            {{When(0, "// moved\n\n")}}public class Page extends HttpServlet {
                Shape shape = {{When(1, "new Circle()", "new Square()")}};
                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                    String name = request.getParameter("a");
                    response.getWriter().println(new Texts().clean(name));
                    response.getWriter().println(shape.name(request.getParameter("b")));
                    if (Limits.OPEN) response.getWriter().println(request.getParameter("c"));
                    response.getWriter().println(new Helper().give(request.getParameter("d")));
                    Runnable later = () -> { try { response.getWriter().println(shape.{{When(2, "label", "name(\"x\")")}} + name); } catch (java.io.IOException e) { } };
                    {{When(3, "later.run();")}}
                    Runtime.getRuntime().exec(Limits.COMMAND + Keeper.kept);
                }
            }
            """);
        yield return ("base/Texts.java", $$"""
            package base;
            public class Texts extends {{When(4, "Cleaner", "Object")}} {
                {{When(5, "public String clean(String text) { return \"fixed\"; }")}}
                public String clean(Object text) { return String.valueOf(text){{When(6, ".substring(1)")}}; }
            }
            """);
        yield return ("base/Cleaner.java", $$"""
            package base;
            public class Cleaner {
                {{When(7, "public String clean(String text) { return \"none\"; }")}}
                protected {{When(8, "static ")}}class Inner { String held = "x"; String give() { return held; } }
            }
            """);
        yield return ("base/Shape.java", $$"""
            package base;
            public abstract class Shape { {{When(9, "public int label = 1;", "public String label = \"l\";")}} public abstract String name(String given); }
            """);
        yield return ("base/Square.java", $$"""
            package base;
            public class Square extends Shape { public String name(String given) { {{When(10, "class Local { String of() { return given; } } return new Local().of();", "return \"square\";")}} } }
            """);
        yield return ("base/Circle.java", """
            package base;
            public class Circle extends Shape { public String name(String given) { return new Object() { String of() { return given; } }.of(); } }
            """);
        yield return ("base/Limits.java", $$"""
            package base;
            public class Limits { public static final boolean OPEN = {{When(11, "true", "false")}}; public static final String COMMAND = {{When(12, "System.getenv(\"TOOL\")", "\"ls\"")}}; }
            """);
        yield return ("base/Helper.java", "package base; public class Helper { public String give(String text) { return \"helped\"; } }");
        yield return ("base/Keeper.java", $$"""
            package base;
            public class Keeper { public static {{When(13, "final ")}}String kept = "k"; }
            """);
        var steps = string.Concat(Enumerable.Range(0, 20).Select(i => $"found = found + {i};"));
        yield return ("base/Keys.java", $$"""
            package base;
            public class Keys {
                String last;
                public static String find(String key) { {{When(18, "String note = \"n\".trim();")}} String found = key.equals("open") ? {{When(19, "System.getenv(\"KEY\")", "\"none\"")}} : "k"; {{steps}} return found; }
                public Keys keep(String key) { Keys made = {{When(20, "this", "new Keys()")}}; {{When(18, "System.out.println(key);")}} String found = "f"; {{steps}} made.last = find(key); return made; }
                public String take() { String found = "t"; {{steps}} return keep("{{When(21, "open", "closed")}}").last; }
            }
            """);
        yield return ("web/Taker.java", $$"""
            package web;
            public class Taker {
                base.Keys keys = new base.Keys();
                public void first() throws Exception { Runtime.getRuntime().exec(keys.take()); }
                public void second() throws Exception { keys.keep("open"); Runtime.getRuntime().exec({{When(22, "keys.last", "new base.Keys().keep(\"open\").last")}}); }
            }
            """);
        yield return ("base/Finder.java", $$"""
            package base;
            public class Finder {
                static String given = "g";
                public static String find(String key, String other) { if (key.equals(other)) return {{When(23, "null", "given")}}; return key; }
                public static String command(String name) { Shape made = new Shape() { public String name(String given) { return find(given, name); } }; return made.name({{When(24, "System.getenv(\"F\")", "\"f\"")}}); }
            }
            """);
        yield return ("web/User.java", """
            package web;
            public class User {
                public void use() throws Exception { String name = base.Finder.find("a", "b"); Runtime.getRuntime().exec(name.trim() + base.Finder.command("c")); }
            }
            """);
        if (switches[14]) yield return ("web/Helper.java", "package web; public class Helper extends base.Helper { public String give(String text) { return text; } }");
        if (switches[15]) yield return ("other/Setter.java", "package other; class Setter { public void set(String[] given) { base.Keeper.kept = System.getenv(\"K\"); } }");
        if (switches[16]) yield return ("aaa/Shape.java", "package base; public class Shape { public String label = \"first\"; public String name(String given) { return given; } }");
        yield return ("web/messages.properties", $"open={When(17, "yes", "no")}\n");
        yield return ("web/Reader.java", """
            package web;
            class Reader {
                public void read() throws Exception {
                    java.util.ResourceBundle bundle = java.util.ResourceBundle.getBundle("messages");
                    if (bundle.getString("open").equals("yes")) Runtime.getRuntime().exec(System.getenv("COMMAND"));
                }
            }
            """);
    }

    async Task<List<string>> Scan(string? cache)
    {
        var tree = Path.Combine(folder, "tree");
        var files = Directory.GetFiles(tree, "*", SearchOption.AllDirectories).Select(f => new TreeFile(Path.GetRelativePath(tree, f), new FileInfo(f).Length)).OrderBy(f => f.Path, StringComparer.Ordinal);
        var context = new TreeScanContext { Tree = new ScannedTree(tree, [.. files]), Options = new CodeScanOptions { Jobs = 2, CacheFolder = cache }, Progress = new Progress<CodeScanProgress>() };
        var found = new List<string>();
        await foreach (var result in scanner.Scan(context, TestContext.Current.CancellationToken)) found.Add(result is Finding finding ? JsonSerializer.Serialize(finding) : result.ToString()!);
        return found;
    }
}
