using System.Text;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Tests.Dataflow.Languages.Syntax;

public sealed class SyntaxParserTests
{
    static readonly Dictionary<string, (Grammar Grammar, string Text, string Kind)> Samples = new()
    {
        ["Java"] = (Grammar.Java, "class A { int b(int c) { return c + 1; } }", "method_declaration"),
        ["JavaScript"] = (Grammar.JavaScript, "const a = (b) => `${b}!`;", "arrow_function"),
        ["TypeScript"] = (Grammar.TypeScript, "interface A { b: string }", "interface_declaration"),
        ["TSX"] = (Grammar.Tsx, "const a = <p>{b}</p>;", "jsx_element"),
        ["Python"] = (Grammar.Python, "def a(b):\n    return f'{b}'\n", "function_definition"),
    };

    public static TheoryData<string> Languages => [.. Samples.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Parse_ASmallFile_FindsItsConstruct(string language)
    {
        var (grammar, text, kind) = Samples[language];
        var tree = Parse(grammar, text);
        Descendants(tree.Root).Select(n => n.Kind).ShouldContain(kind);
        Descendants(tree.Root).ShouldAllBe(n => n.Kind != "ERROR");
    }

    [Fact]
    public void Children_OfAMethod_AreReachedByField()
    {
        var tree = Parse(Grammar.Java, "class A {\n  int b(int c) { return c; }\n}");
        var method = Descendants(tree.Root).Single(n => n.Kind == "method_declaration");
        method["name"].Text.ShouldBe("b");
        method["type"].Text.ShouldBe("int");
        method["body"].Named.ToList().Select(n => n.Kind).ShouldBe(["return_statement"]);
        method["nothing"].Exists.ShouldBeFalse();
        method.Line.ShouldBe(2);
        method.Parent.Kind.ShouldBe("class_body");
    }

    [Fact]
    public void ColumnAt_AfterCharactersOfSeveralBytes_CountsUtf16Units()
    {
        var tree = Parse(Grammar.Java, "class A { String b = \"é😀\" + c; }");
        var name = Descendants(tree.Root).Single(n => n.Kind == "identifier" && n.Text == "c");
        tree.ColumnAt(name.Start).ShouldBe("class A { String b = \"é😀\" + ".Length + 1);
    }

    [Fact]
    public void Parse_BrokenCode_KeepsWhatIsWhole()
    {
        var tree = Parse(Grammar.Java, "class A { void b() { c(; } void d() { e(); } }");
        Descendants(tree.Root).Where(n => n.Kind == "method_declaration").Select(n => n["name"].Text).ShouldContain("d");
    }

    [Theory]
    [InlineData("")]
    [InlineData("}}}}((((\0\u0001")]
    public void Parse_AnyText_GivesATree(string text) => Parse(Grammar.Java, text).NodeCount.ShouldBeGreaterThan(0);

    [Fact]
    public void Parse_DeeplyNestedCode_DoesNotOverflow()
    {
        var text = "class A { int b = " + new string('(', 20_000) + "1" + new string(')', 20_000) + "; }";
        Parse(Grammar.Java, text).NodeCount.ShouldBeGreaterThan(20_000);
    }

    static SyntaxTree Parse(Grammar grammar, string text)
    {
        using var parser = new SyntaxParser(grammar);
        return parser.Parse(Encoding.UTF8.GetBytes(text)).ShouldNotBeNull();
    }

    static IEnumerable<SyntaxNode> Descendants(SyntaxNode node) =>
        node.All.ToList().SelectMany(child => Descendants(child).Prepend(child));
}
