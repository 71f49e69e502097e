using System.Globalization;
using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow.Languages;

/// <summary>Code that nobody writes: what nests without end is left out and told, and the rest of the scan stands.</summary>
public sealed class HostileCodeTests : IDisposable
{
    const string FineCSharp = "class Z { static void Main(string[] a) { System.Diagnostics.Process.Start(a[0]); } }";
    const string FineJava = "class Z { public static void main(String[] a) throws Exception { Runtime.getRuntime().exec(a[0]); } }";

    readonly string folder = Directory.CreateTempSubdirectory("merlon-hostile-").FullName;

    public static TheoryData<string, string, string, string, int> Shapes => new()
    {
        { "A.cs", "class A { int v = ", "(", "", 20_000 },
        { "A.cs", "class A { void F() { G(", "@(", "", 20_000 },
        { "A.cs", "class A { void F() {", "{", "", 20_000 },
        { "A.cs", "class A { object v = ", "$\"{", "", 5_000 },
        { "A.cs", "class A { ", "List<", "", 5_000 },
        { "A.cs", "class A { bool v = ", "!", "true; }", 20_000 },
        { "A.cs", "class A { int a, v = a", " + a", "; }", 20_000 },
        { "A.cs", "class A { A B() { return this; } object v = this", ".B()", "; }", 20_000 },
        { "A.cs", "class A { int a; void F() { if (a == 0) { }", " else if (a == 1) { }", " } }", 5_000 },
        { "A.cs", "class A { System.Func<int, int> v = ", "x => ", "1; }", 5_000 },
        { "A.cs", "", "class A {", "", 5_000 },
        { "A.cshtml", "", "@(", "", 20_000 },
        { "A.cshtml", "", "@Html.Raw(", "", 20_000 },
        { "A.aspx", "", "<% ", "", 20_000 },
        { "A.java", "class A { int v = ", "(", "", 20_000 },
        { "A.java", "class A { void f() {", "{", "", 20_000 },
        { "A.java", "class A { ", "List<", "", 5_000 },
        { "A.java", "class A { boolean v = ", "!", "true; }", 20_000 },
        { "A.java", "class A { int a, v = a", " + a", "; }", 20_000 },
        { "A.java", "class A { A b() { return this; } Object v = this", ".b()", "; }", 20_000 },
        { "A.java", "class A { int a; void f() { if (a == 0) { }", " else if (a == 1) { }", " } }", 5_000 },
        { "A.java", "class A { Object v = ", "x -> ", "1; }", 5_000 },
        { "A.java", "", "class A {", "", 5_000 },
        { "A.jsp", "", "<% if (true) { %>", "", 20_000 },
        { "A.jsp", "<%= ", "(", "%>", 20_000 },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Scan_OfEndlessNesting_LeavesTheFileOutAndReadsTheRest(string name, string before, string part, string after, int times)
    {
        Write(name, before + string.Concat(Enumerable.Repeat(part, times)) + after);
        Write("Z.cs", FineCSharp);
        Write("Z.java", FineJava);
        var results = await Scan();
        results.OfType<ScanNote>().Single(n => n.Code == "code-left-out").Path.ShouldBe(name);
        results.OfType<Finding>().Where(f => f.Rule == "command-injection").Select(f => f.Path).Order().ShouldBe(["Z.cs", "Z.java"]);
    }

    [Theory]
    [InlineData("A.cs", "class A : B { } class B : C { } class C : A { } class D<T> : D<D<T>> where T : D<T> { } class E<T> where T : E<T> { T t; object F(T x) => x.t.t; }")]
    [InlineData("A.java", "class A extends B { } class B extends C { } class C extends A { } class D<T extends D<T>> extends D<D<T>> { T t; Object f(T x) { return x.t.t; } } interface I extends J { } interface J extends I { }")]
    public async Task Scan_OfTypesThatAreTheirOwnBase_EndsAndFindsWhatIsThere(string name, string code)
    {
        Write(name, code + (name.EndsWith(".cs", StringComparison.Ordinal) ? FineCSharp : FineJava));
        (await Scan()).OfType<Finding>().ShouldContain(f => f.Rule == "command-injection");
    }

    /// <summary>Patterns are read for what they let through, groups within groups.</summary>
    [Theory]
    [InlineData("A.cs", "class A { static void Main(string[] a) { if (System.Text.RegularExpressions.Regex.IsMatch(a[0], \"#\")) System.Console.WriteLine(a[0]); } }")]
    [InlineData("A.java", "class A { public static void main(String[] a) { if (a[0].matches(\"#\")) System.out.println(a[0]); } }")]
    public async Task Scan_OfAPatternWithoutEnd_EndsAndFindsWhatIsThere(string name, string code)
    {
        Write(name, code.Replace("#", new string('(', 500_000), StringComparison.Ordinal));
        Write("Z.cs", FineCSharp);
        Write("Z.java", FineJava);
        (await Scan()).OfType<Finding>().Where(f => f.Rule == "command-injection").Select(f => f.Path).Order().ShouldBe(["Z.cs", "Z.java"]);
    }

    [Theory]
    [InlineData("A.cs", "class A { int a; void F() { switch (a) { ", "case #: a = #; break; ", " } } }", 5_001)]
    [InlineData("A.cs", "class A { int a; void F() { ", "a = #; ", " } }", 20_001)]
    [InlineData("A.java", "class A { int a; void f() { ", "if (a == #) a++; ", " } }", 12_000)]
    public async Task Scan_OfAFunctionWithoutEnd_TellsSo(string name, string before, string part, string after, int times)
    {
        Write(name, before + string.Concat(Enumerable.Range(0, times).Select(i => part.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))) + after);
        Write("Z.cs", FineCSharp);
        Write("Z.java", FineJava);
        var results = await Scan();
        results.OfType<ScanNote>().ShouldContain(n => n.Code == "code-left-out" && n.Path == name);
        results.OfType<Finding>().Where(f => f.Rule == "command-injection").Select(f => f.Path).Order().ShouldBe(["Z.cs", "Z.java"]);
    }

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(2_100, true)]
    public async Task Scan_OfALineOfTypesWithoutEnd_TellsSo(int types, bool isLeftOut)
    {
        const string method = "public virtual string Run(string a) => a;";
        Write("A.cs", $"class C0 {{ {method} }} " + string.Concat(Enumerable.Range(1, types).Select(i => $"class C{i} : C{i - 1} {{ {method.Replace("virtual", "override", StringComparison.Ordinal)} }} ")));
        Write("Z.cs", FineCSharp);
        var results = await Scan();
        results.OfType<ScanNote>().Any(n => n.Code == "code-left-out" && n.Path == "A.cs").ShouldBe(isLeftOut);
        results.OfType<Finding>().ShouldContain(f => f.Rule == "command-injection" && f.Path == "Z.cs");
    }

    [Fact]
    public async Task Scan_OfAFileThatIsTooLarge_TellsSo()
    {
        Write("A.java", "class A { String s = \"" + new string('x', 5 << 20) + "\"; }");
        Write("Z.java", FineJava);
        (await Scan()).OfType<ScanNote>().ShouldContain(n => n.Code == "code-left-out" && n.Path == "A.java" && n.Message.Contains("4 MB", StringComparison.Ordinal));
    }

    void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    async Task<List<ScanResult>> Scan()
    {
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => new TreeFile(Path.GetFileName(f), new FileInfo(f).Length));
        var context = new TreeScanContext { Tree = new ScannedTree(folder, [.. files]), Options = new CodeScanOptions { Jobs = 1 }, Progress = new Progress<CodeScanProgress>() };
        var results = new List<ScanResult>();
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }
}
