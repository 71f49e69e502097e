using System.Collections.Concurrent;
using System.Text;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>A compilation unit: its package and imports, and the classes it declares.</summary>
sealed class JavaFile
{
    readonly MappedText? origin;
    readonly ConcurrentDictionary<string, bool> mentioned = new();

    readonly SyntaxTree? tree;

    /// <summary>A file whose classes are known from an earlier scan: its text is not looked at.</summary>
    public JavaFile(SourceFile source) => Source = source;

    /// <param name="source">The file.</param>
    /// <param name="tree">The tree of its text, or of the text that it was translated to.</param>
    /// <param name="origin">For a page, its translation.</param>
    public JavaFile(SourceFile source, SyntaxTree tree, MappedText? origin = null)
    {
        Source = source;
        this.tree = tree;
        this.origin = origin;
        foreach (var node in tree.Root.Named)
        {
            if (node.Kind == "package_declaration") Package = NameIn(node);
            else if (node.Kind == "import_declaration") Import(node);
        }
    }

    public SourceFile Source { get; }

    public bool IsTakenOver => tree is null;

    public SyntaxTree Tree => tree ?? throw new InvalidOperationException($"{Source.Path} was not parsed.");
    public string Package { get; } = "";

    /// <summary>Simple name to qualified name.</summary>
    public Dictionary<string, string> Imports { get; } = [];

    /// <summary>Packages and types whose members are imported as a whole.</summary>
    public List<string> WholeImports { get; } = [];

    /// <summary>Static member to the type that declares it.</summary>
    public Dictionary<string, string> StaticImports { get; } = [];

    /// <summary>Types all of whose static members are imported.</summary>
    public List<string> WholeStaticImports { get; } = [];

    /// <summary>All classes, nested, local and anonymous ones too, in the order of discovery.</summary>
    public List<JavaClass> Classes { get; } = [];

    public Span SpanOf(SyntaxNode node) => origin is null ? new(Source, node.Start, node.End) : origin.SpanOf(node.Start, node.End);

    /// <summary>Whether the file holds a word at all: what is only about such words need not be looked for elsewhere.</summary>
    public bool Mentions(string word)
    {
        if (!mentioned.TryGetValue(word, out var known)) mentioned[word] = known = Tree.Text.Span.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
        return known;
    }

    static string NameIn(SyntaxNode node)
    {
        foreach (var child in node.Named)
            if (child.Kind is "scoped_identifier" or "identifier") return string.Concat(child.Text.Where(c => !char.IsWhiteSpace(c)));
        return "";
    }

    void Import(SyntaxNode node)
    {
        var (name, isWhole, isStatic) = (NameIn(node), node.Child("asterisk").Exists, node.Child("static").Exists);
        var last = name.LastIndexOf('.');
        if (isStatic && isWhole) WholeStaticImports.Add(name);
        else if (isWhole) WholeImports.Add(name);
        else if (isStatic && last > 0) StaticImports.TryAdd(name[(last + 1)..], name[..last]);
        else Imports.TryAdd(name[(last + 1)..], name);
    }
}
