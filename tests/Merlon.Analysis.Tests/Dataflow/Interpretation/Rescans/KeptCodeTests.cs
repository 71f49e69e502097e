using System.Text;
using Merlon.Analysis.Dataflow.Languages.Java;
using Merlon.Analysis.Dataflow.Languages.Java.Kept;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Rescans;

public sealed class KeptCodeTests
{
    static readonly RuleLibrary Library = RuleLibrary.Load();

    readonly Dictionary<string, string> files = new()
    {
        ["A.java"] = "class A extends B { int count(String text) { Runnable run = () -> System.out.println(text); run.run(); return size(text) + LIMIT; } }",
        ["B.java"] = "class B { static final int LIMIT = 3; int size(String text) { return text.length(); } }",
        ["C.java"] = "class C { void other() { for (int i = 0; i < 3; i++) System.out.println(i); } }",
    };

    [Fact]
    public void Code_OfUnchangedFiles_IsTakenOver() => Rescan(Kept()).ShouldBe(3);

    [Fact]
    public void Code_AfterABodyChanged_IsTakenOverOfAllOthers()
    {
        var kept = Kept();
        files["B.java"] = files["B.java"].Replace("text.length()", "0", StringComparison.Ordinal);
        Rescan(kept).ShouldBe(2);
    }

    [Fact]
    public void Code_AfterADeclarationChanged_IsTakenOverOfThoseThatDidNotAsk()
    {
        var kept = Kept();
        files["B.java"] = files["B.java"].Replace("int size(", "long size(", StringComparison.Ordinal);
        Rescan(kept).ShouldBe(1);
    }

    [Fact]
    public void Code_AfterAClassOfThePackageWasAdded_IsTakenOverOfThoseThatDidNotAsk()
    {
        var kept = Kept();
        files["Runnable.java"] = "interface Runnable { void run(); }";
        Rescan(kept).ShouldBe(2);
    }

    /// <summary>The file carries a hash, but who writes another file can write another hash.</summary>
    [Fact]
    public void Code_WithAnyByteChanged_IsReadOrRefused()
    {
        var kept = Kept();
        var refused = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            var forged = (byte[])kept.Clone();
            forged[i] ^= (byte)(1 << i % 8);
            try
            {
                Rescan(forged);
            }
            catch (FormatException)
            {
                refused++;
            }
        }
        refused.ShouldBeGreaterThan(0);
    }

    /// <summary>What the program as a whole asks about code stands beside it, and is not read from the code.</summary>
    [Fact]
    public void Outline_OfCodeThatWasTakenOver_IsThatOfTheCode()
    {
        files["D.java"] = """
            class D extends B {
                static String last = "l"; String held; int[] numbers = new int[4];
                D(String given) { held = given; last = given; }
                String find(String key, int at) { if (at == 7) return null; int far = 40; return last + at / size(key, 3) + numbers[far]; }
                String again(String key) { String name = key; if (find(name, 0) == null) return name; Object other = new Object() { public String toString() { return held; } }; return find(name, 7) + find("x", B.LIMIT) + other; }
                long narrow(int many) { byte few = (byte) many; return few * Integer.MAX_VALUE; }
            }
            """;
        var functions = Lower(new JavaMemory(KeptCode.Read(Kept()))).SelectMany(t => t.Functions).ToList();
        foreach (var function in functions) Told(function.Outline).ShouldBe(Told(FunctionOutline.Of(function)), function.ToString());
        functions.SelectMany(f => f.Outline.Mentions).Select(m => m.GetType()).Distinct().Count().ShouldBe(4);
        functions.Aggregate(CodeMarks.None, (all, f) => all | f.Outline.Marks).ShouldBe(CodeMarks.IsJudged | CodeMarks.CanFail | CodeMarks.WritesNull | CodeMarks.GivesBack | CodeMarks.GivesNull | CodeMarks.HandsOnZero);
        functions.SelectMany(f => f.Outline.Tested).ShouldContain("find");
    }

    static string Told(FunctionOutline outline) =>
        $"{outline.HasBody} {outline.Size} {outline.Marks} {string.Join(" ", outline.Tested)} {string.Join("; ", outline.Mentions.Select(m => m is CallMention call ? $"{call.Callee} {string.Join(", ", call.Callee.Candidates)} {call.Arity} {string.Join(", ", call.Handed)}" : m.ToString()))}";

    byte[] Kept() => Scan(new JavaMemory(KeptCode.None)).Kept;

    int Rescan(byte[] kept) => Scan(new JavaMemory(KeptCode.Read(kept))).Recalled;

    List<TypeDeclaration> Lower(JavaMemory memory)
    {
        var sources = files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(f.Key, Encoding.UTF8.GetBytes(f.Value))).ToList();
        return [.. new JavaFrontEnd(Library.Models, memory).Lower(sources, 1, TestContext.Current.CancellationToken)];
    }

    (byte[] Kept, int Recalled) Scan(JavaMemory memory)
    {
        // Code is read when it is asked for.
        Lower(memory).SelectMany(t => t.Functions).ShouldAllBe(f => f.HasBody == f.Blocks.Length > 0);
        byte[] kept = [.. memory.Write().SelectMany(part => part.ToArray())];
        return (kept, memory.Recalled);
    }
}
