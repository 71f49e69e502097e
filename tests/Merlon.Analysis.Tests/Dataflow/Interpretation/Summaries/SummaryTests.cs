using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Languages.Java;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Summaries;

/// <summary>
/// A call that no data from outside goes into is answered by a summary: made once for all callers that hand over the same, and telling them
/// all that following it would.
/// </summary>
public class SummaryTests
{
    /// <summary>Large enough that following it is more work than to look up what it does.</summary>
    const string Settings = """
        class Settings {
            static String kept = "none";
            String name = "none";
            static String find(String key, boolean isOpen) {
                String found = "none";
                int all = weigh(2); for (int i = 0; i < 3; i++) { if (isOpen) found = System.getenv(key); else found = found + i; }
                return found;
            }
            static void fill(Settings target, boolean isOpen) {
                String found = "none";
                int all = weigh(2); for (int i = 0; i < 3; i++) { if (isOpen) found = System.getenv("TOOL"); else found = found + i; }
                target.name = found;
            }
            static void keep(boolean isOpen) {
                String found = "none";
                int all = weigh(2); for (int i = 0; i < 3; i++) { if (isOpen) found = System.getenv("TOOL"); else found = found + i; }
                kept = found;
            }
            static String read(String prefix) {
                String found = System.getenv("NOTHING") == null ? prefix : prefix + prefix;
                int all = weigh(2); for (int i = 0; i < 3; i++) { found = found + i; }
                return found + kept;
            }
            static int weigh(int given) {
                int sum = given;
                sum = sum * 3 + 1; sum = sum * 5 + 2; sum = sum * 7 + 3; sum = sum * 3 + 4; sum = sum * 5 + 5; sum = sum * 7 + 6;
                sum = sum * 3 + 1; sum = sum * 5 + 2; sum = sum * 7 + 3; sum = sum * 3 + 4; sum = sum * 5 + 5; sum = sum * 7 + 6;
                return sum;
            }
            static int size() {
                int all = weigh(2), found = Outside.size();
                if (found == all) found = found + 1;
                return found;
            }
            static Settings make(boolean isOpen) {
                Settings made = new Settings();
                int all = weigh(2); for (int i = 0; i < 3; i++) { if (isOpen) made.name = System.getenv("TOOL"); else made.name = made.name + i; }
                return made;
            }
        }
        """;

    public static TheoryData<string, bool> Bodies => new()
    {
        { "run(Settings.find(\"TOOL\", true));", true },
        { "run(Settings.find(\"TOOL\", false));", false },
        { "Settings own = new Settings(); Settings.fill(own, true); run(own.name);", true },
        { "Settings own = new Settings(); Settings.fill(own, false); run(own.name);", false },
        { "Settings own = new Settings(), other = new Settings(); Settings.fill(other, true); run(own.name);", false },
        { "Settings.keep(true); run(Settings.kept);", true },
        { "Settings.keep(true); run(Settings.read(\"a\"));", true },
        { "Settings.keep(false); run(Settings.read(\"a\"));", false },
        { "run(Settings.make(true).name);", true },
        { "int first = Settings.size(), second = Settings.size(); if (first == 1 && second == 2) run(System.getenv(\"TOOL\"));", true },
        { "int first = Settings.size(), second = first; if (first == 1 && second == 2) run(System.getenv(\"TOOL\"));", false },
        { "Settings first = Settings.make(true), second = Settings.make(false); run(second.name);", false },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Summary_OfAHelper_TellsTheCallerWhatFollowingItWould(string body, bool isFound) =>
        Run(1, Settings, Caller("Caller", body)).Result.Discoveries.Any(d => d.Rule.Id == "command-injection").ShouldBe(isFound);

    [Fact]
    public void Summary_OfAHelperWithManyCallers_IsMadeOnce()
    {
        var callers = Enumerable.Range(0, 20).Select(i => Caller($"Caller{i}", "run(Settings.find(\"TOOL\", true));"));
        var (result, summaries) = Run(1, [Settings, .. callers]);
        summaries.All.Count(s => s.Function.Name == "find").ShouldBe(1);
        result.Discoveries.Count(d => d.Rule.Id == "command-injection").ShouldBe(20);
    }

    /// <summary>More different constants than a few are not told apart, whoever asks first.</summary>
    [Fact]
    public void Summaries_OfAHelperThatIsHandedManyTexts_AreFew()
    {
        var callers = Enumerable.Range(0, 20).Select(i => Caller($"Caller{i}", $"run(Settings.find(\"TOOL{i}\", true));"));
        var (result, summaries) = Run(1, [Settings, .. callers]);
        summaries.All.Count(s => s.Function.Name == "find").ShouldBe(1);
        result.Discoveries.Count(d => d.Rule.Id == "command-injection").ShouldBe(20);
    }

    /// <summary>What only was read of an object from outside makes no other summary, and is the caller's own afterwards.</summary>
    [Theory]
    [InlineData("Part part = order.part; Order.fill(order, true); run(part.name);", true)]
    [InlineData("Part part = order.part; Order.fill(order, false); run(part.name);", false)]
    [InlineData("Part part = order.part; Order.fill(order, true); run(order.other.name);", false)]
    [InlineData("Order.fill(order, true); run(order.part.name);", true)]
    [InlineData("Part part = Order.partOf(order); Order.fill(order, true); run(part.name);", true)]
    [InlineData("Part part = order.part; part.name = \"own\"; Order.fill(order, false); run(order.part.name);", false)]
    [InlineData("Part part = order.part; part.name = System.getenv(\"TOOL\"); Order.fill(order, false); run(order.part.name);", true)]
    public void Summary_OfAHelperThatIsHandedAnObjectFromOutside_ChangesItsParts(string body, bool isFound)
    {
        var (result, summaries) = Run(1, [Order, Part, TakerOf("First", "Order.fill(order, true); run(order.part.name);"), TakerOf("Second", body)]);
        result.Discoveries.Any(d => d.Rule.Id == "command-injection" && d.Span.File.Path == "Second.java").ShouldBe(isFound);
        summaries.All.Count(s => s.Function.Name == "fill" && s.Normal!.Changes.Length > 0).ShouldBe(1);
    }

    const string Part = "class Part { String name; }";

    const string Order = """
        class Order {
            Part part, other;
            static void fill(Order order, boolean isOpen) {
                String found = order.other.name == null ? "none" : "some";
                found = found + 1; found = found + 2; found = found + 3; found = found + 4; found = found + 5; found = found + 6; found = found + 7; found = found + 8;
                found = found + 1; found = found + 2; found = found + 3; found = found + 4; found = found + 5; found = found + 6; found = found + 7; found = found + 8;
                if (isOpen) order.part.name = found + System.getenv("TOOL");
            }
            static Part partOf(Order order) {
                String found = System.getenv("NOTHING");
                found = found + 1; found = found + 2; found = found + 3; found = found + 4; found = found + 5; found = found + 6; found = found + 7; found = found + 8;
                found = found + 1; found = found + 2; found = found + 3; found = found + 4; found = found + 5; found = found + 6; found = found + 7; found = found + 8;
                return order.part;
            }
        }
        """;

    static string TakerOf(string name, string body) => $$"""
        class {{name}} {
            public void take(Order order) throws java.io.IOException { {{body}} }
            void run(String command) throws java.io.IOException { Runtime.getRuntime().exec(command); }
        }
        """;

    [Theory]
    [InlineData(60_000)]
    [InlineData(300)]
    public void Summaries_OfFunctionsThatCallEachOther_AreTheSameForAnyNumberOfJobsAndAnyOrder(int steps)
    {
        string[] sources = [Settings, .. Enumerable.Range(0, 12).Select(Circle)];
        var once = Told(Run(1, steps, sources).Result);
        once.ShouldNotBeEmpty();
        for (var i = 0; i < 3; i++) Told(Run(2, steps, sources).Result).ShouldBe(once);
        Told(Run(1, steps, [.. sources.Reverse()]).Result).Order(StringComparer.Ordinal).ShouldBe(once.Order(StringComparer.Ordinal));
    }

    /// <summary>When the steps are spent, what a helper does whatever it is handed still is known.</summary>
    [Fact]
    public void Summary_WhenStepsAreSpent_IsTheGeneralOne()
    {
        var many = string.Concat(Enumerable.Range(0, 75).Select(i => $"text = text + request.getParameter(\"{i}\");"));
        var result = Run(1, 300, Settings, Caller("Caller", "String text = \"\";" + many + "Runtime.getRuntime().exec(Settings.find(\"TOOL\", true));")).Result;
        result.Discoveries.ShouldContain(d => d.Rule.Id == "command-injection" && d.Label!.Value.Source.Symbol.Contains("getenv"));
        result.Cut.ShouldNotContain(f => f.Name == "find");
    }

    static string Caller(string name, string body) => $$"""
        import javax.servlet.http.*;
        class {{name}} extends HttpServlet {
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException { {{body}} }
            void run(String command) throws java.io.IOException { Runtime.getRuntime().exec(command); }
        }
        """;

    static string Circle(int number) => $$"""
        class Part{{number}} {
            String state = "{{number}}";
            String go(int left, Part{{(number + 1) % 12}} next) throws java.io.IOException {
                String found = Settings.find("TOOL" + left, left > 2);
                for (int i = 0; i < 3; i++) { state = state + found; if (left > 0) found = next.go(left - 1, new Part{{(number + 2) % 12}}()); }
                Runtime.getRuntime().exec(found);
                return state + found;
            }
            String start(Part{{(number + 3) % 12}} other) throws java.io.IOException { return other.go({{number % 4}}, new Part{{(number + 4) % 12}}()); }
        }
        """;

    static List<string> Told(EngineResult result) =>
        [.. result.Discoveries.Select(d => $"{d.Rule.Id} {d.Span} {d.Label?.Step.Count}{Way(d)}"), .. result.Cut.Select(f => f.ToString())];

    static string Way(Discovery discovery)
    {
        var way = new StringBuilder();
        for (var step = discovery.Label?.Step; step is not null; step = step.Previous) way.Append(' ').Append(step.Span);
        return way.ToString();
    }

    static (EngineResult Result, SummaryTable Summaries) Run(int jobs, params string[] sources) => Run(jobs, 60_000, sources);

    static (EngineResult Result, SummaryTable Summaries) Run(int jobs, int steps, params string[] sources)
    {
        var library = RuleLibrary.Load();
        // Files are named by what is in them, so that their order changes no place.
        var files = sources.Select(s => new SourceFile(s.Split("class ")[1].Split(' ')[0] + ".java", Encoding.UTF8.GetBytes(s)));
        var program = new Program(new JavaFrontEnd(library.Models).Lower([.. files], 1, TestContext.Current.CancellationToken), []);
        var engine = new Engine(new Application(program, library.Models, library.Rules), new EngineOptions { StepsPerEntry = steps, StepsPerSummary = steps });
        return (engine.Run(jobs, null, TestContext.Current.CancellationToken), engine.Summaries);
    }
}
