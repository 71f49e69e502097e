using System.Text;
using Merlon.Analysis.Dataflow.Languages.CSharp;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Tests.Dataflow.CSharp.Rescans;

public sealed class KeptCodeTests
{
    static readonly RuleLibrary Library = RuleLibrary.Load();

    readonly Dictionary<string, string> files = new()
    {
        ["A.cs"] = "class A : B { int Count(string text) { System.Action run = () => System.Console.WriteLine(text); run(); return Size(text) + Limit; } }",
        ["B.cs"] = "class B { public const int Limit = 3; public static int Size(string text) { return text.Length; } }",
        ["C.cs"] = "class C { void Other() { for (int i = 0; i < 3; i++) System.Console.WriteLine(i); } }",
    };

    [Fact]
    public void Code_OfUnchangedFiles_IsTakenOver() => Rescan(Kept()).ShouldBe(3);

    [Theory]
    [InlineData("text.Length", "0")]
    [InlineData("class B", "/* about it */ class B")]
    public void Code_AfterABodyOrACommentChanged_IsTakenOverOfAllOthers(string from, string to)
    {
        var kept = Kept();
        files["B.cs"] = files["B.cs"].Replace(from, to, StringComparison.Ordinal);
        Rescan(kept).ShouldBe(2);
    }

    [Fact]
    public void Code_AfterADeclarationChanged_IsTakenOverOfThoseThatDoNotNameIt()
    {
        var kept = Kept();
        files["B.cs"] = files["B.cs"].Replace("Limit = 3", "Limit = 4", StringComparison.Ordinal);
        Rescan(kept).ShouldBe(1);
    }

    /// <summary>What is imported counts only where a declaration names something that stands in that namespace.</summary>
    [Theory]
    [InlineData("using System.Net;", 2)]
    [InlineData("using Own;", 1)]
    public void Code_AfterAnImportWasAdded_IsTakenOverWhereItDecidesNothing(string import, int recalled)
    {
        files["B.cs"] = "class B { public const int Limit = 3; public static int Size(string text) { return text.Length; } public Held Kept; }";
        files["A.cs"] = "class A : B { object Give() { return Kept; } }";
        files["C.cs"] = "namespace Own { class Held { void Other() { } } }";
        var kept = Kept();
        files["B.cs"] = import + files["B.cs"];
        files["D.cs"] = "using Own; using System.Net; class D { }";
        Rescan(kept).ShouldBe(0);
        kept = Kept();
        files["B.cs"] = files["B.cs"].Replace(import, "", StringComparison.Ordinal);
        Rescan(kept).ShouldBe(recalled + 1);
    }

    [Theory]
    [InlineData("A1.cs")]
    [InlineData("A2.cs")]
    public void Code_OfFilesThatShareAType_IsTakenOverTogether(string edited)
    {
        files["A1.cs"] = "partial class Parts { string first = \"a\"; }";
        files["A2.cs"] = "partial class Parts { string second = \"b\"; }";
        var kept = Kept();
        Rescan(kept).ShouldBe(5);
        files[edited] = files[edited].Replace("; }", " + \"c\"; }", StringComparison.Ordinal);
        Rescan(kept).ShouldBe(3);
        files.Remove("A1.cs");
        Rescan(kept).ShouldBe(3);
    }

    /// <summary>The file carries a hash, but who writes another file can write another hash.</summary>
    [Fact]
    public void Code_WithAnyByteChanged_IsReadOrRefused()
    {
        var kept = Kept();
        files["C.cs"] += " ";
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Code_AfterAnyEdits_IsThatOfAFreshScan(int seed)
    {
        var (tree, state, recalled) = (new SwitchedTree(), (uint)seed, 0);
        int Next(int limit) => (int)((state = state * 1664525 + 1013904223) >> 8) % limit;
        var kept = KeptCode.None;
        for (var round = 0; round < 60; round++)
        {
            files.Clear();
            foreach (var (path, text) in tree.Files()) files[path] = text;
            var memory = new CSharpMemory(kept);
            WrittenWith(memory).ShouldBe(WrittenWith(null), $"round {round}: {tree}");
            kept = KeptCode.Read(Bytes(memory));
            recalled += memory.Recalled;
            for (var edits = 1 + Next(2); edits > 0; edits--) tree.Turn(Next(tree.Count));
        }
        recalled.ShouldBeGreaterThan(60 * 8);
    }

    /// <summary>Each edit by itself, there and back: what two together cover up is seen here.</summary>
    [Fact]
    public void Code_AfterEachEdit_IsThatOfAFreshScan()
    {
        var tree = new SwitchedTree();
        var kept = KeptCode.None;
        for (var edit = -1; edit < 2 * tree.Count; edit++)
        {
            if (edit >= 0) tree.Turn(edit / 2);
            files.Clear();
            foreach (var (path, text) in tree.Files()) files[path] = text;
            var memory = new CSharpMemory(kept);
            WrittenWith(memory).ShouldBe(WrittenWith(null), $"edit {edit / 2}");
            kept = KeptCode.Read(Bytes(memory));
        }
    }

    byte[] Kept()
    {
        var memory = new CSharpMemory(KeptCode.None);
        Lower(memory);
        return Bytes(memory);
    }

    int Rescan(byte[] kept)
    {
        var memory = new CSharpMemory(KeptCode.Read(kept));
        Lower(memory);
        Bytes(memory);
        return memory.Recalled;
    }

    static byte[] Bytes(CSharpMemory memory) => [.. memory.Write().SelectMany(part => part.ToArray())];

    List<TypeDeclaration> Lower(CSharpMemory? memory)
    {
        var sources = files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(f.Key, Encoding.UTF8.GetBytes(f.Value))).ToList();
        return [.. new CSharpFrontEnd(Library.Models, memory).Lower(sources, hasImplicitUsings: true, 1, TestContext.Current.CancellationToken)];
    }

    /// <summary>The whole program as bytes, with all that it says of every function.</summary>
    string WrittenWith(CSharpMemory? memory)
    {
        var types = Lower(memory);
        var functions = types.SelectMany(t => t.Initializer is { } initializer ? t.Functions.Append(initializer) : t.Functions);
        var sources = types.Select(t => t.Span.File).Concat(functions.SelectMany(f => f.Blocks).SelectMany(b => b.Instructions).Select(i => i.Span.File)).Where(f => f is not null).Distinct().OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var texts = new TextNumbers([]);
        var names = new SignatureNames(texts, []);
        foreach (var type in types) names.Add(type);
        var (code, written) = CSharpUnitWriter.Write("", new DeclaredNames(false, [], [], [], [], []), sources, types, texts, names);
        (types.Count == 0 || written.Count > 0).ShouldBeTrue();
        return Convert.ToHexString(code.Span) + Convert.ToHexString(texts.ToBytes().Span);
    }
}
