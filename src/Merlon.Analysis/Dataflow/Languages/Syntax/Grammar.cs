using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Merlon.Analysis.Dataflow.Languages.Syntax;

/// <summary>
/// A tree-sitter grammar: the names of its kinds of nodes and of its fields. Kinds and fields are small numbers in a tree and are
/// turned into these shared strings, so that reading a tree allocates nothing.
/// </summary>
sealed class Grammar
{
    static readonly Lazy<Grammar> LazyJava = new(() => new Grammar("Java", NativeTreeSitter.Java()));
    static readonly Lazy<Grammar> LazyJavaScript = new(() => new Grammar("JavaScript", NativeTreeSitter.JavaScript()));
    static readonly Lazy<Grammar> LazyTypeScript = new(() => new Grammar("TypeScript", NativeTreeSitter.TypeScript()));
    static readonly Lazy<Grammar> LazyTsx = new(() => new Grammar("TSX", NativeTreeSitter.Tsx()));
    static readonly Lazy<Grammar> LazyPython = new(() => new Grammar("Python", NativeTreeSitter.Python()));

    readonly bool[] named, comments;

    Grammar(string name, nint language)
    {
        Name = name;
        Language = language;
        var kinds = NativeTreeSitter.SymbolCount(language);
        Kinds = [.. Enumerable.Range(0, (int)kinds).Select(i => Text(NativeTreeSitter.SymbolName(language, (ushort)i)))];
        named = [.. Enumerable.Range(0, (int)kinds).Select(i => NativeTreeSitter.SymbolType(language, (ushort)i) == 0)];
        comments = [.. Kinds.Select(k => k is "line_comment" or "block_comment" or "comment")];
        var fields = NativeTreeSitter.FieldCount(language);
        Fields = [.. Enumerable.Range(0, (int)fields + 1).Select(i => Text(NativeTreeSitter.FieldName(language, (ushort)i)))];
    }

    public static Grammar Java => LazyJava.Value;
    public static Grammar JavaScript => LazyJavaScript.Value;
    public static Grammar TypeScript => LazyTypeScript.Value;
    public static Grammar Tsx => LazyTsx.Value;
    public static Grammar Python => LazyPython.Value;

    public string Name { get; }

    /// <summary>Names of kinds by symbol number. Several symbols may share a name.</summary>
    public ImmutableArray<string> Kinds { get; }

    /// <summary>Names of fields by field number; number 0 means "no field" and is the empty text.</summary>
    public ImmutableArray<string> Fields { get; }

    internal nint Language { get; }

    /// <summary>False for punctuation, operators and keywords; errors (whose symbol lies past the table) are named.</summary>
    internal bool IsNamed(ushort symbol) => symbol >= named.Length || named[symbol];

    internal bool IsComment(ushort symbol) => symbol < comments.Length && comments[symbol];

    static string Text(nint pointer) => string.Intern(Marshal.PtrToStringUTF8(pointer) ?? "");
}
