using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Languages.Java;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Rescans;

/// <summary>
/// A scan that takes over results of an earlier one says the same as a scan that does not, whatever was changed in between: code, places,
/// overrides, fields that became changeable, resources. Changes are made one after the other, with one cache throughout.
/// </summary>
public sealed class RescanTests : RescanTree
{
    [Fact]
    public async Task Rescan_AfterEachChange_SaysWhatAFreshScanSays()
    {
        var counts = new List<int> { await Compare() };
        foreach (var (name, text) in new[]
        {
            ("Texts", Texts.Replace("\"fixed\"", "text", StringComparison.Ordinal)),
            ("Page", "\n\n" + Page),
            ("Circle", "class Circle implements Shape { public String name(String given) { return given; } }"),
            ("Factory", "class Factory { static void fill(Page page) { page.shape = new Circle(); Flags.open = Settings.open(); } }"),
            ("Texts", Texts.Replace("\"fixed\"", "org.springframework.web.util.HtmlUtils.htmlEscape(text)", StringComparison.Ordinal)),
            ("Flags", "class Flags { static boolean open = true; }"),
        })
        {
            Write(name, text);
            counts.Add(await Compare());
        }
        File.Delete(Path.Combine(Tree, "Factory.java"));
        File.Delete(Path.Combine(Tree, "Circle.java"));
        counts.Add(await Compare());
        counts.ShouldBe([1, 2, 2, 2, 4, 3, 3, 2]);
    }

    [Fact]
    public async Task Rescan_AfterASettingChanged_SaysWhatAFreshScanSays()
    {
        await File.WriteAllTextAsync(Path.Combine(Tree, "Ciphers.cs"), """
            using System.Security.Cryptography;
            using Microsoft.Extensions.Configuration;
            public class Ciphers(IConfiguration configuration)
            {
                public SymmetricAlgorithm Files() => SymmetricAlgorithm.Create(configuration["Cipher"]);
            }
            """, TestContext.Current.CancellationToken);
        var before = await With("AES");
        (await With("DES")).ShouldBe(before + 1);
        (await With("AES")).ShouldBe(before);

        async Task<int> With(string cipher)
        {
            await File.WriteAllTextAsync(Path.Combine(Tree, "appsettings.json"), $$"""{ "Cipher": "{{cipher}}" }""", TestContext.Current.CancellationToken);
            return await Compare();
        }
    }

    [Fact]
    public async Task Rescan_OfCommandsInXml_SaysWhatAFreshScanSays()
    {
        const string lists = """
            package lists;
            import org.springframework.web.bind.annotation.*;
            interface ListMapper { int sorted(String by); int named(String name); }
            @RestController
            class Lists {
                private ListMapper mapper;
                @GetMapping("/sorted") int sorted(@RequestParam String by) { return mapper.sorted(by); }
                @GetMapping("/named") int named(@RequestParam String name) { return mapper.named(name); }
            }
            """;
        Write("Lists", lists);
        var before = await With("#{value}", "#{value}");
        (await With("${value}", "#{value}")).ShouldBe(before + 1);
        (await Compare()).ShouldBe(before + 1);
        Write("Texts", Texts + "// one line more");
        (await Compare()).ShouldBe(before + 1);
        Write("Lists", "// one line more\n" + lists);
        (await Compare()).ShouldBe(before + 1);
        (await With("${value}", "${value}")).ShouldBe(before + 2);

        async Task<int> With(string sorted, string named)
        {
            await File.WriteAllTextAsync(Path.Combine(Tree, "ListMapper.xml"), $"""
                <mapper namespace="lists.ListMapper">
                  <select id="sorted">select name from entries order by {sorted}</select>
                  <select id="named">select name from entries where name = {named}</select>
                </mapper>
                """, TestContext.Current.CancellationToken);
            return await Compare();
        }
    }

    /// <summary>What a function tells is kept as a whole: who calls it is run again, and the function is not.</summary>
    [Fact]
    public async Task Rescan_OfACaller_ReadsWhatItsCalleesTell()
    {
        var steps = string.Concat(Enumerable.Range(0, 40).Select(i => $"found = found + {i};"));
        Write("Keys", $$"""class Keys { static String found = "f"; static String find(String key) { {{steps}} return key.equals("open") ? System.getenv("TOOL") + found : Deep.find(key); } }""");
        Write("Deep", $$"""class Deep { static String find(String key) { String found = System.getProperty(key); {{steps}} return found; } }""");
        Write("Taker", """class Taker { public void take() throws java.io.IOException { Runtime.getRuntime().exec(Keys.find("open")); } }""");
        var before = await Compare();
        var first = Reread(Run(KeptRuns.None).Kept());
        Write("Taker", """class Taker { public void take() throws java.io.IOException { int zero = 0; Runtime.getRuntime().exec(Keys.find("open")); } }""");
        var second = Run(first);
        second.Recalled.ShouldBe(first.Runs.Count - 1);
        second.Summaries.All.Where(s => s.Kept != null).Select(s => s.Function.ToString()).ShouldContain("Keys.find(java.lang.String)");
        second.Summaries.All.Select(s => s.Function.ToString()).ShouldNotContain("Deep.find(java.lang.String)");
        // Texts that nothing names any more: what is told is given up with them, and made again.
        var worn = Run(first with { Texts = [.. first.Texts, .. Enumerable.Range(0, 2 * first.Texts.Count).Select(n => $"left {n}")] });
        worn.Recalled.ShouldBe(second.Recalled);
        worn.Summaries.All.ShouldAllBe(s => s.Kept == null);
        Reread(worn.Kept()).Texts.Count.ShouldBeLessThan(2 * first.Texts.Count);
        (await Compare()).ShouldBe(before);
    }

    [Fact]
    public void Rescan_OfAChangedFunction_RunsOnlyWhatAskedAboutIt()
    {
        var first = Run(KeptRuns.None);
        Write("Texts", Texts.Replace("\"fixed\"", "text", StringComparison.Ordinal));
        var second = Run(first.Kept());
        second.Kept().Runs.Count.ShouldBe(2);
        second.Recalled.ShouldBe(1);
    }

    /// <summary>What a function tells its callers decides, and not how it comes to tell it.</summary>
    [Fact]
    public void Rescan_OfAFunctionThatTellsTheSame_RunsNoneOfItsCallers()
    {
        const string keys = "class Keys { static String find(String key) { String found = key.equals(\"open\") ? System.getenv(\"TOOL\") : \"none\"; STEPS return found; } }";
        var steps = string.Concat(Enumerable.Range(0, 20).Select(i => $"found = found + {i};"));
        Write("Keys", keys.Replace("STEPS", steps, StringComparison.Ordinal));
        Write("Taker", "class Taker { public void take() throws java.io.IOException { Runtime.getRuntime().exec(Keys.find(\"closed\")); } }");
        var first = Run(KeptRuns.None).Kept();
        Write("Keys", keys.Replace("STEPS", "String note = \"n\".trim();" + steps, StringComparison.Ordinal));
        var second = Run(first);
        second.Recalled.ShouldBe(first.Runs.Count);
        Write("Keys", keys.Replace("STEPS", "found = \"other\";" + steps, StringComparison.Ordinal));
        Run(second.Kept()).Recalled.ShouldBe(first.Runs.Count - 1);
    }

    /// <summary>What stands before a function in its file is no part of it: its result is taken over, and its places are those of now.</summary>
    [Fact]
    public async Task Rescan_OfMovedFunctions_RunsNothing()
    {
        await Compare();
        var first = Run(KeptRuns.None);
        Write("Page", Page.Replace("import", "// a line\n/* and\nmore */ import", StringComparison.Ordinal).Replace("    protected", "    static class Empty {}\n\n    protected", StringComparison.Ordinal));
        var second = Run(first.Kept());
        second.Recalled.ShouldBe(first.Kept().Runs.Count);
        (await Compare()).ShouldBe(1);
    }

    /// <summary>Two sinks on a line that one source feeds are one finding, also when they are taken over.</summary>
    [Fact]
    public async Task Rescan_OfSeveralSinksOnALine_TellsThemOnce()
    {
        Write("Twice", """
            import javax.servlet.http.*;
            class Twice extends HttpServlet {
                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                    String text = request.getParameter("a");
                    response.getWriter().println(text); response.getWriter().println(text);
                }
            }
            """);
        (await Compare()).ShouldBe(2);
        (await Compare()).ShouldBe(2);
    }

    /// <summary>How closely a summary looks follows from all calls of the program: one that is added elsewhere counts, too.</summary>
    [Fact]
    public async Task Rescan_AfterAFunctionIsHandedMoreTexts_SaysWhatAFreshScanSays()
    {
        var steps = string.Concat(Enumerable.Range(0, 20).Select(i => $"found = found + {i};"));
        Write("Keys", $$"""class Keys { static String find(String key) { String found = key.equals("open") ? System.getenv("TOOL") : "none"; {{steps}} return found; } }""");
        Write("Taker", """class Taker { public void take() throws java.io.IOException { Runtime.getRuntime().exec(Keys.find("closed")); } }""");
        await Compare();
        (await Scan(null)).ShouldNotContain(f => f.Contains("command-injection", StringComparison.Ordinal));
        Write("Many", $$"""class Many { public void all() { {{string.Concat(Enumerable.Range(0, 20).Select(i => $"Keys.find(\"{i}\");"))}} } }""");
        await Compare();
        (await Scan(null)).ShouldContain(f => f.Contains("command-injection", StringComparison.Ordinal));
    }

    /// <summary>A function that a run only weighed may change as long as it still can show nothing.</summary>
    [Fact]
    public void Rescan_OfAnUnrelatedMethodInAnAskedType_RunsNothingElse()
    {
        var first = Run(KeptRuns.None);
        Write("Texts", Texts.Replace("class Texts {", "class Texts {\n    static int count(String text, int from) { return text.length() - from; }", StringComparison.Ordinal));
        Run(first.Kept()).Recalled.ShouldBe(first.Kept().Runs.Count);
    }

    [Fact]
    public async Task Rescan_OfClosuresAndNestedTypes_SaysWhatAFreshScanSays()
    {
        const string list = """
            import java.util.*;
            import javax.servlet.http.*;
            class Names extends HttpServlet {
                static final List<String> ALL = new ArrayList<>();
                final Base base = new Base() { String give(String given) { return given; } };
                static class Base { String give(String given) { return "none"; } }
                protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                    Runnable first = () -> ALL.clear();
                    List<String> all = new ArrayList<>();
                    all.add(request.getParameter("a"));
                    all.forEach(name -> { try { response.getWriter().println(name); } catch (java.io.IOException e) { first.run(); } });
                    response.getWriter().println(base.give(request.getParameter("b")));
                }
            }
            """;
        Write("Names", list);
        var counts = new List<int> { await Compare() };
        foreach (var changed in new[]
        {
            list.Replace("Runnable first", "Runnable zero = () -> {};\n        Runnable first", StringComparison.Ordinal),
            list.Replace("() -> ALL.clear()", "() -> {}", StringComparison.Ordinal),
            list.Replace("    final Base base", "    final Base other = new Base() { String give(String given) { return null; } };\n    final Base base", StringComparison.Ordinal),
            list.Replace("{ return given; }", "{ return super.give(given); }", StringComparison.Ordinal),
            list.Replace("println(name)", "println(name.length())", StringComparison.Ordinal),
            list.Replace("static class Base {", "static class Base { String give(Object given) { return give(given.toString()); }", StringComparison.Ordinal),
            list.Replace("        Runnable first", "        // nothing\n\n        Runnable first", StringComparison.Ordinal).Replace("request.getParameter(\"a\")", "request . getParameter(\"a\")", StringComparison.Ordinal),
        })
        {
            Write("Names", changed);
            counts.Add(await Compare());
        }
        counts.ShouldBe([3, 4, 3, 3, 2, 3, 3, 3]);
    }

    [Fact]
    public async Task Rescan_AfterABranchWasOpenedOrClosed_TellsWhatStandsInItAsAFreshScanDoes()
    {
        const string holder = """
            class Holder {
                private void quiet() { if (Flags.open) { try { Thread.sleep(1); } catch (InterruptedException e) { } } }
                public void call() { quiet(); }
                public void other(int given) { if (given > 3 && Holder.deep()) { switch (given) { case 4: break; } } }
                static boolean deep() { return Flags.open; }
            }
            """;
        Write("Holder", holder);
        await Has(false);
        Write("Unrelated", Unrelated.Replace("\"x\"", "\"y\"", StringComparison.Ordinal));
        await Has(false);
        Write("Flags", Flags.Replace("false", "true", StringComparison.Ordinal));
        await Has(true);
        Write("Holder", "\n\n" + holder);
        await Has(true);
        Write("Flags", Flags);
        await Has(false);
        Write("Setter", "class Setter { static void set(boolean given) { Flags.open = given; } }");
        await Has(true);
        File.Delete(Path.Combine(Tree, "Setter.java"));
        await Has(false);

        async Task Has(bool told)
        {
            await Compare();
            var found = await Scan(null);
            found.Exists(f => f.Contains("\"empty-catch\"", StringComparison.Ordinal)).ShouldBe(told);
            found.Exists(f => f.Contains("\"switch-without-default\"", StringComparison.Ordinal)).ShouldBe(told);
        }
    }

    /// <summary>What is kept as the next scan reads it.</summary>
    static KeptRuns Reread(KeptRuns kept) => RunReader.Read(RunWriter.Write(kept).SelectMany(part => part.ToArray()).ToArray());

    RunMemory Run(KeptRuns earlier)
    {
        var library = RuleLibrary.Load();
        var sources = Directory.GetFiles(Tree).Order(StringComparer.Ordinal).Select(f => new SourceFile(Path.GetFileName(f), File.ReadAllBytes(f)));
        var program = new Program(new JavaFrontEnd(library.Models).Lower([.. sources], 1, TestContext.Current.CancellationToken), []);
        var application = new Application(program, library.Models, library.Rules);
        var memory = new RunMemory(application, new EngineOptions(), earlier);
        new Engine(application, new EngineOptions(), memory).Run(1, null, TestContext.Current.CancellationToken);
        return memory;
    }
}
