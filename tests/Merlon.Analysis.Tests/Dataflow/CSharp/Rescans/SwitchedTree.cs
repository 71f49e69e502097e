namespace Merlon.Analysis.Tests.Dataflow.CSharp.Rescans;

/// <summary>
/// A small application whose files depend on one another in the ways in which C# can, by name and without. Each switch edits it in one place; files that are not
/// edited mean something else after many of them.
/// </summary>
sealed class SwitchedTree
{
    readonly bool[] switches = new bool[59];

    public int Count => switches.Length;

    public void Turn(int which) => switches[which] = !switches[which];

    public override string ToString() => string.Join(' ', Enumerable.Range(0, switches.Length).Where(i => switches[i]));

    string When(int which, string then, string otherwise = "") => switches[which] ? then : otherwise;

    public IEnumerable<(string Path, string Text)> Files() => [.. Code(), .. Unnamed(), .. Resolved(), .. Added()];

    /// <summary>What depends on others by their names.</summary>
    IEnumerable<(string Path, string Text)> Code()
    {
        yield return ("web/Page.cs", $$"""
            using System; using System.Diagnostics; using Microsoft.AspNetCore.Mvc; using Base;
            {{When(0, "// moved\n\n")}}{{When(11, "using Other;")}}
            namespace Web;
            public class PageController : Controller, ICheck
            {
                readonly Shape shape = {{When(1, "new Circle()", "new Square()")}};
                public IActionResult Get(string name)
                {
                    {{When(2, "var note = name.Trim();")}}
                    Process.Start("sh", new Texts().Clean(name));
                    Process.Start("sh", shape.Name(name) + shape.Label + shape.Kind);
                    if (Limits.Open) Process.Start("sh", name);
                    Process.Start(Limits.Command + Limits.Level + (int)Color.Blue + Colors.Chosen, new Helper().Give(name));
                    Process.Start("sh", Words.Twice(name) + Words.Twice(name, 3) + Box.Held.Inside(name).Trim());
                    Run(word => word + Keeper.Kept{{When(35, "\n#if NET\n+ name\n#endif\n")}});
                    return Content(name.Shout());
                }
                public string Check(string name) => name;
                void Run(Maker maker) => Process.Start("sh", maker("x").ToString());
            }
            """);
        yield return ("base/Texts.cs", $$"""
            namespace Base {
            public class Texts : {{When(4, "Cleaner", "object")}} {
                {{When(3, "public string Clean(string text) => \"fixed\";")}}
                public string Clean(object text, string tail = {{When(17, "\"tail\"", "Limits.Command")}}) { return text.ToString() + tail; }
            } }
            """);
        yield return ("base/Cleaner.cs", $$"""namespace Base { public class Cleaner { {{When(24, "public Cleaner(int much = 1) { Keeper.Kept = much.ToString(); }")}} {{When(38, "private", "public")}} string Clean(string text) => "none"; } }""");
        yield return ("base/Shape.cs", $$"""
            namespace Base {
            public abstract class Shape {
                public {{When(7, "int", "string")}} Label {{When(8, "{ get; set; }", "=> Words.Twice(\"l\").Length.ToString()")}}
                public {{When(29, "virtual", "abstract")}} string Name(string given){{When(29, " => given", "")}};
                public {{When(18, "string?", "string")}} Kind = "k";
            } }
            """);
        yield return ("base/Square.cs", "namespace Base { public class Square : Shape { public override string Name(string given) { return \"square\"; } } }");
        yield return ("base/Circle.cs", "namespace Base { public class Circle : Shape { public override string Name(string given) { string Local() => given; return Local(); } } }");
        yield return ("base/Limits.cs", $$"""namespace Base { public static class Limits { public const bool Open = {{When(6, "true", "false")}}; public const string Command = "{{When(5, "cmd", "ls")}}"; public const int Level = (int)Color.Green; } }""");
        yield return ("base/Color.cs", $$"""namespace Base { public enum Color { Red, {{When(26, "Grey,")}} Green, Blue } }""");
        yield return ("base/Colors.cs", "namespace Base { public static class Colors { public const Color Chosen = Color.Blue; } }");
        yield return ("base/Helper.cs", "namespace Base { public class Helper { public string Give(string text) => \"helped\"; } }");
        yield return ("base/Keeper.cs", $$"""namespace Base { public class Keeper { public static {{When(39, "readonly ")}}string Kept{{When(40, " { get; set; }")}} = "k"{{When(40, ";", ";")}} } }""");
        yield return ("base/Check.cs", $$"""using Microsoft.AspNetCore.Mvc; namespace Base { public interface ICheck { {{When(19, "[HttpPost]")}} string Check(string name); {{When(9, "string Label { get; }")}} } }""");
        yield return ("base/Words.cs", $$"""
            namespace Base {
            public static class Words {
                public static string Twice<T>(T given){{When(16, " where T : class")}} => given + "" + given;
                public static string Twice(string given, {{When(28, "long", "int")}} times) => given;
                public static string Shout(this string given) => {{When(21, "given", "\"SHOUT\"")}};
            } }
            """);
        yield return ("base/Box.cs", $$"""namespace Base { public class Box { public static {{When(41, "Wide", "Narrow")}} Held = new(); public virtual string Inside(string given) => "box"; } public class Narrow : Box { } }""");
        yield return ("base/Wide.cs", "namespace Base { public class Wide : Box { public override string Inside(string given) => given; } }");
        yield return ("base/Maker.cs", $$"""namespace Base { public delegate {{When(27, "object", "string")}} Maker(string given); }""");
        yield return ("all/Usings.cs", $$"""global using {{When(12, "Alias = Base.Circle", "Alias = Base.Square")}}; {{When(42, "global using System.Text;")}}""");
        yield return ("web/Aliased.cs", "namespace Web { class Aliased { public void Go(string name) => System.Diagnostics.Process.Start(\"sh\", new Alias().Name(name) + new StringBuilder(name)); } }");
    }

    /// <summary>What the compiler finds without a name in the code.</summary>
    IEnumerable<(string Path, string Text)> Unnamed()
    {
        yield return ("money/Money.cs", $$"""
            namespace Base {
            public {{When(30, "struct", "class")}} Money {
                public string Text = "m";
                {{When(20, "public static Money operator +(Money left, Money right) => right;")}}
                {{When(22, "public static implicit operator string(Money from) => from.Text;")}}
                {{When(31, "public void Deconstruct(out string first, out string second) { first = Text; second = Text; }")}}
                {{When(23, "public string this[int at] => Text;")}}
                {{When(25, "public void Dispose() { Keeper.Kept = Text; }")}}
            } }
            """);
        yield return ("money/Purse.cs", "namespace Base { public class Purse { public Money First = new(); public static Purse Open() => new(); public System.Collections.Generic.List<Money> All() => new(); } }");
        yield return ("money/Spender.cs", """
            namespace Web { public class Spender { public void Spend() {
                var purse = Base.Purse.Open();
                var sum = purse.First + purse.First;
                var (left, right) = purse.First;
                string whole = purse.First;
                var at = purse.First[0];
                using (purse.First) { System.Diagnostics.Process.Start(whole, left); }
            } } }
            """);
        yield return ("items/Items.cs", $$"""
            using System.Collections.Generic;
            namespace Base {
            public class Items { {{When(10, "public IEnumerator<Wide> GetEnumerator() { yield break; }", "public IEnumerator<Narrow> GetEnumerator() { yield return new Narrow(); }")}} {{When(32, "public void Add(string text) { Keeper.Kept = text; }")}} }
            public class Source { public Items Listed() => new Items(); public Items Kept { get; } = new Items(); } }
            """);
        yield return ("items/Walker.cs", """
            namespace Web { public class Walker { public void Walk(string name) {
                foreach (var item in new Base.Source().Listed()) System.Diagnostics.Process.Start("sh", item.Inside(name));
                var source = new Base.Source { Kept = { name } };
            } } }
            """);
        yield return ("records/Pair.cs", $$"""namespace Base { public record Pair(string Left{{When(33, ", int Number = 0")}}) { {{When(34, "public string Right { get; set; } = \"r\";")}} } public static class Pairs { public static Pair Make(string left) => new(left); } }""");
        yield return ("records/User.cs", "namespace Web { public class User { public void Use(string name) { var made = Base.Pairs.Make(name) with { Left = name }; System.Diagnostics.Process.Start(\"sh\", made.Left); } } }");
        yield return ("made/Target.cs", $$"""namespace Base { public class Target { public string Held; public Target(object held) { Held = "o"; } {{When(43, "public Target(string held) { Held = held; }")}} } public static class Taker { public static string Take(Target target) => target.Held; } }""");
        yield return ("made/Giver.cs", "namespace Web { public class Giver { public void Give(string name) { System.Diagnostics.Process.Start(\"sh\", Base.Taker.Take(new(name))); } } }");
        yield return ("late/Late.cs", $$"""namespace Base { public class Late { public {{When(44, "Soon", "System.Threading.Tasks.Task<string>")}} Later(string given) => default; } }""");
        yield return ("late/Soon.cs", $$"""namespace Base { public class Soon { public System.Runtime.CompilerServices.TaskAwaiter<{{When(45, "int", "string")}}> GetAwaiter() => default; } }""");
        yield return ("late/Waiter.cs", "namespace Web { public class Waiter { public async System.Threading.Tasks.Task Wait(string name) { var got = await new Base.Late().Later(name); System.Diagnostics.Process.Start(\"sh\", got.ToString()); } } }");
        yield return ("pages/Show.cshtml", $$"""@{ var shape = new Base.Circle(); }<p>@Html.Raw(shape.Name(Request.Query["q"]))</p>{{When(46, "<b>@shape.Label</b>")}}""");
        yield return ("pages/_ViewImports.cshtml", $$"""@using {{When(47, "Other", "Base")}}""");
        yield return ("broken/Broken.cs", $$"""namespace Base { public class Broken { public string Say(string text) { return text; } {{When(48, "public void {")}} } }""");
        yield return ("broken/Hearer.cs", "namespace Web { public class Hearer { public void Hear(string name) { System.Diagnostics.Process.Start(\"sh\", new Base.Broken().Say(name)); } } }");
        yield return ("parts/First.cs", "namespace Parts { public partial class Whole { string first = System.Environment.GetEnvironmentVariable(\"A\"); partial void Extra(string given); public void Go(string name) { Extra(name); System.Diagnostics.Process.Start(\"sh\", first); } } }");
    }

    /// <summary>Where the declarations of an unchanged line mean something else, as what its file imports or extends changed.</summary>
    IEnumerable<(string Path, string Text)> Resolved()
    {
        if (!switches[57]) yield return ("hidden/Space.cs", "namespace Web.Hiding { public class Nothing { } }");
        yield return ("hidden/Type.cs", "namespace Base { public static class Hiding { public static string Over(string given) => given; } }");
        yield return ("hidden/User.cs", $$"""using Base; namespace Web { public class Hider { public void Go(string name) { {{When(55, "name = name.Trim();")}} System.Diagnostics.Process.Start("sh", Hiding.Over(name)); } } }""");
        yield return ("joined/First.cs", "namespace Base { public static partial class Joined { public static string Joining(this string given) => given; } }");
        yield return ("joined/Second.cs", "namespace Base { public static partial class Joined { public static string Other() => null; } }");
        yield return ("joined/User.cs", $$"""using Base; namespace Web { public class Joins { public void Go(string name) { {{When(56, "name = name.Trim();")}} System.Diagnostics.Process.Start("sh", name.Joining()); } } }""");
        yield return ("alias/Store.cs", $$"""using Gift = Base.{{When(52, "Wide", "Narrow")}}; namespace Base { public class Store { public Gift Held() => new(); } }""");
        yield return ("alias/Till.cs", "using Cash = Base.Money; namespace Base { public class Till { public Cash Now() => new(); } }");
        yield return ("alias/Buyer.cs", """
            namespace Web { public class Buyer { public void Buy(string name) {
                System.Diagnostics.Process.Start("sh", new Base.Store().Held().Inside(name));
                var sum = new Base.Till().Now() + new Base.Till().Now();
                foreach (var part in sum) System.Diagnostics.Process.Start("sh", name);
            } } }
            """);
        yield return ("chosen/Things.cs", """
            namespace Near { public class Thing { public string Over(string given) => given; } }
            namespace Far { public class Thing { public string Over(string given) => "far"; } }
            """);
        yield return ("chosen/Chooser.cs", $$"""using {{When(53, "Near", "Far")}}; namespace Base { public class Chooser { public Thing Chosen = new(); } }""");
        yield return ("chosen/User.cs", "namespace Web { public class Chooses { public void Go(string name) { System.Diagnostics.Process.Start(\"sh\", new Base.Chooser().Chosen.Over(name)); } } }");
        yield return ("nested/Bases.cs", """
            namespace Base {
            public class Outer { public class Inner { public string Over(string given) => given; } }
            public class Other { public class Inner { public string Over(string given) => "other"; } }
            }
            """);
        yield return ("nested/Middle.cs", $$"""namespace Base { public class Middle : {{When(54, "Outer", "Other")}} { } }""");
        yield return ("nested/Maker.cs", "namespace Base { public class Making : Middle { public Inner Make() => new Inner(); public static Inner Shared() => new Inner(); } }");
        yield return ("nested/Static.cs", "global using static Base.Making;");
        yield return ("nested/Unnamed.cs", "namespace Web { public class Shares { public void Go(string name) => System.Diagnostics.Process.Start(\"sh\", Shared().Over(name)); } }");
        yield return ("ways/Ways.cs", $$"""using System.Collections.Generic; namespace Base { public class Way { } public static class Ways { public static Way Made() => new(); {{When(58, "public static IEnumerator<string> GetEnumerator(this Way way) { yield return Limits.Command; }")}} } }""");
        yield return ("ways/Walker.cs", "using Base; namespace Web { public class Goes { public void Go(string name) { foreach (var step in Ways.Made()) System.Diagnostics.Process.Start(step, name); } } }");
        yield return ("nested/User.cs", "namespace Web { public class Makes { public void Go(string name) { System.Diagnostics.Process.Start(\"sh\", new Base.Making().Make().Over(name)); } } }");
    }

    /// <summary>Files that come and go.</summary>
    IEnumerable<(string Path, string Text)> Added()
    {
        if (switches[13]) yield return ("web/Helper.cs", "namespace Web { public class Helper : Base.Helper { public new string Give(string text) => text; } }");
        if (switches[14]) yield return ("parts/Second.cs", $$"""namespace Parts { public partial class Whole { string second = {{When(15, "\"b\"", "System.Environment.GetEnvironmentVariable(\"B\")")}}; partial void Extra(string given) { System.Diagnostics.Process.Start("sh", given + second); } } }""");
        if (switches[36]) yield return ("other/Extensions.cs", "namespace Other { public static class Extensions { public static string Shout(this object given) => \"other\"; public static string Inside(this string given, int much) => given; } }");
        if (switches[37]) yield return ("main/Program.cs", $$"""using Base; System.Diagnostics.Process.Start("sh", new Texts().Clean(args[0])); {{When(2, "await System.Threading.Tasks.Task.Delay(1);")}}""");
        if (switches[49]) yield return ("aaa/Box.cs", "namespace Base { public class Box { public string More(string given) => given; } }");
        if (switches[50]) yield return ("system/Polyfill.cs", "namespace System.Text { public class StringBuilder { public StringBuilder(string text) { } } }");
        yield return (When(51, "moved/", "here/") + "Moved.cs", "namespace Base { public class Moved { public static string Over(string given) => given; } }");
        yield return ("web/Mover.cs", "namespace Web { public class Mover { public void Go(string name) { System.Diagnostics.Process.Start(\"sh\", Base.Moved.Over(name)); } } }");
    }
}
