using System.Text;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>A C# file: its syntax tree, and its text as UTF-8, whatever encoding it came in.</summary>
sealed class CSharpFile
{
    static readonly CSharpParseOptions Options = new(
        LanguageVersion.Preview, DocumentationMode.None,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <summary>Where each UTF-16 unit starts in the UTF-8 text; null while both count alike.</summary>
    readonly int[]? offsets;

    /// <summary>For a page: what its text was made from.</summary>
    readonly MappedText? origin;

    CSharpFile(SourceFile source, SyntaxTree skeleton, bool isPage) => (Source, Tree, IsSkeleton, IsPage) = (source, skeleton, true, isPage);

    CSharpFile(SourceFile page, MappedText translated)
    {
        (Source, origin, IsPage) = (page, translated, true);
        (Tree, LeftOut) = Parse(translated.ToString(), page.Path);
    }

    CSharpFile(SourceFile source, string text)
    {
        Source = source;
        offsets = source.Text.Length == text.Length ? null : OffsetsOf(text);
        (Tree, LeftOut) = Parse(text, source.Path);
    }

    public SourceFile Source { get; }

    /// <summary>Empty when the file is left out.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Why the file is left out; null where it is read.</summary>
    public LeftOutFile? LeftOut { get; }

    public static CSharpFile Parse(SourceFile source)
    {
        var text = Decode(source.Text.Span);
        return new CSharpFile(InUtf8(source, text), text);
    }

    /// <summary>The file as places in it are counted.</summary>
    public static SourceFile InUtf8(SourceFile source) => InUtf8(source, Decode(source.Text.Span));

    public static string TextOf(SourceFile source) => Decode(source.Text.Span);

    /// <summary>A file of which other files are to know what it declares, and that is not lowered itself.</summary>
    public static CSharpFile OfSkeleton(SourceFile source, string skeleton, bool isPage) =>
        new(source, ParseSkeleton(skeleton, source.Path), isPage);

    public static SyntaxTree ParseSkeleton(string skeleton, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(skeleton), Options, path);

    /// <summary>Whether the file is a page, whose code was put together by a translator.</summary>
    public bool IsPage { get; }

    /// <summary>The files that a page was made from.</summary>
    public IEnumerable<SourceFile> Origins => origin?.Files ?? [];

    /// <summary>Whether it only says what it declares.</summary>
    public bool IsSkeleton { get; }

    /// <summary>A page as the class that it becomes.</summary>
    public static CSharpFile OfPage(SourceFile page, MappedText translated) => new(page, translated);

    public Span SpanOf(SyntaxNode node) => SpanOf(node.Span);

    /// <summary>A skeleton has no places: throws <see cref="FormatException"/>, so that all is lowered.</summary>
    public Span SpanOf(TextSpan span)
    {
        if (IsSkeleton) throw new FormatException($"{Source.Path} is not lowered.");
        if (origin is not null) return origin.SpanOf(span.Start, span.End);
        return offsets is null ? new Span(Source, span.Start, span.End) : new Span(Source, offsets[span.Start], offsets[span.End]);
    }

    static (SyntaxTree Tree, LeftOutFile? LeftOut) Parse(string text, string path)
    {
        var tree = CodeNesting.IsTooDeep(text) ? null : CSharpSyntaxTree.ParseText(SourceText.From(text), Options, path);
        var leftOut = tree is null ? LeftOutFile.TooDeep(path) : TreeShape.Judge(tree);
        return (leftOut is null ? tree! : CSharpSyntaxTree.ParseText("", Options, path), leftOut);
    }

    static SourceFile InUtf8(SourceFile source, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.AsSpan().SequenceEqual(source.Text.Span) ? source : new SourceFile(source.Path, bytes);
    }

    /// <summary>The text by its byte order mark, else UTF-8, else Latin-1.</summary>
    static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        var text = Encoding.UTF8.GetString(bytes);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? Encoding.Latin1.GetString(bytes) : text;
    }

    static int[] OffsetsOf(string text)
    {
        var starts = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            var isLow = i > 0 && char.IsSurrogatePair(text[i - 1], text[i]);
            var length = isLow ? 2 : text[i] < 0x80 ? 1 : text[i] < 0x800 ? 2 : char.IsHighSurrogate(text[i]) ? 2 : 3;
            starts[i + 1] = starts[i] + length;
        }
        return starts;
    }
}
