using Merlon.Analysis.Dataflow.Languages.CSharp;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

namespace Merlon.Analysis.Tests.Dataflow.CSharp.Rescans;

/// <summary>Of the files that stand, those that the compiler is given, so that code of another one is lowered as with all of them.</summary>
public sealed class NeededFilesTests
{
    [Theory]
    [InlineData("a type that is named", "Order.cs", "void M(Order given) { }")]
    [InlineData("the type of a member that is named", "Order.cs Buyer.cs", "void M(Order given) => given.Payer();")]
    [InlineData("a base, and the type of one of its members", "Special.cs Order.cs Buyer.cs", "void M(Special given) => given.Payer();")]
    [InlineData("what a base's operator gives", "Price.cs Buyer.cs", "void M(Price given) { var all = given + given; }")]
    [InlineData("an extension, and what it gives", "Extending.cs Order.cs", "void M(string given) => given.ToOrder();")]
    [InlineData("an attribute", "MarkedAttribute.cs", "[Marked] void M() { }")]
    [InlineData("what a constant is made of", "Limits.cs Bounds.cs Level.cs", "object M() => Limits.Most;")]
    [InlineData("what a member is made of that is named late", "Limits.cs Bounds.cs Level.cs", "object M(Bounds first) => Limits.Most;")]
    [InlineData("an extension, and the other part of its type", "Shared.cs SharedToo.cs", "int M(string given) => given.Shown();")]
    [InlineData("nothing", "", "void M(string given) => System.Console.WriteLine(given);")]
    public void Files_ThatCodeCanComeTo_AreNeeded(string what, string files, string code)
    {
        var kept = new Dictionary<string, string>
        {
            ["Bounds.cs"] = "class Bounds { public const Level Top = 0; }",
            ["Buyer.cs"] = "class Buyer { }",
            ["Extending.cs"] = "static class Extending { public static Order ToOrder(this string text) => new Order(new Unused()); }",
            ["Level.cs"] = "enum Level { }",
            ["Limits.cs"] = "class Limits { public const object Most = Bounds.Top; public static readonly object First = new Unused(); }",
            ["MarkedAttribute.cs"] = "class MarkedAttribute : System.Attribute { }",
            ["Order.cs"] = "class Order { public Buyer Payer() => throw new Unused(); public Unused Other { get { return null; } } }",
            ["Price.cs"] = "class Price { public static Buyer operator +(Price left, Price right) => null; }",
            ["Shared.cs"] = "static partial class Shared { public static int Shown(this string text) => 0; }",
            ["SharedToo.cs"] = "static partial class Shared { public static int Hidden() => 0; }",
            ["Special.cs"] = "class Special : Order { }",
            ["Unused.cs"] = "class Unused : System.Exception { }",
        };
        var declared = kept.Select(f => DeclaredNames.Of(CSharpFile.ParseSkeleton(f.Value, f.Key))).ToList();
        var needed = NeededFiles.Among(declared, [[8, 9]], [CSharpFile.ParseSkeleton($"class Edited {{ {code} }}", "Edited.cs")]);
        kept.Keys.Where((_, i) => needed[i]).ShouldBe(files.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true, what);
    }

    [Theory]
    [InlineData("global using System.Text;")]
    [InlineData("namespace System { class Own { } }")]
    [InlineData("static class Adding { public static void Add(this string text, int number) { } }")]
    public void Files_ThatCodeDependsOnUnnamed_AreAlwaysNeeded(string text) =>
        NeededFiles.Among([DeclaredNames.Of(CSharpFile.ParseSkeleton(text, "Other.cs"))], [], [CSharpFile.ParseSkeleton("class Edited { }", "Edited.cs")]).ShouldBe([true]);
}
