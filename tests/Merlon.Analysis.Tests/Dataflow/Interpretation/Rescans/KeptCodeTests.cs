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

    byte[] Kept() => Scan(new JavaMemory(KeptCode.None)).Kept;

    int Rescan(byte[] kept) => Scan(new JavaMemory(KeptCode.Read(kept))).Recalled;

    (byte[] Kept, int Recalled) Scan(JavaMemory memory)
    {
        var sources = files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(f.Key, Encoding.UTF8.GetBytes(f.Value))).ToList();
        new JavaFrontEnd(Library.Models, memory).Lower(sources, 1, TestContext.Current.CancellationToken);
        byte[] kept = [.. memory.Write().SelectMany(part => part.ToArray())];
        return (kept, memory.Recalled);
    }
}
