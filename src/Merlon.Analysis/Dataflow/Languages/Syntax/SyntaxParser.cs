namespace Merlon.Analysis.Dataflow.Languages.Syntax;

/// <summary>
/// Parses UTF-8 text of one language into a <see cref="SyntaxTree"/>. Every text gives a tree: what cannot be parsed is inside nodes of
/// kind <c>ERROR</c>. Not safe for concurrent use; make one parser per thread.
/// </summary>
sealed class SyntaxParser : IDisposable
{
    /// <summary>Larger files are not source code that people wrote; a tree takes about ten times the text.</summary>
    public const int MaximumLength = 16 * 1024 * 1024;

    readonly SyntaxParserHandle handle = SyntaxParserHandle.Create();
    readonly Grammar grammar;

    public SyntaxParser(Grammar grammar)
    {
        this.grammar = grammar;
        if (!NativeTreeSitter.SetLanguage(handle, grammar.Language))
            throw new InvalidOperationException($"The tree-sitter runtime does not accept the grammar of {grammar.Name}; rebuild native/.");
    }

    /// <summary>The tree of <paramref name="text"/>, or null when the text is longer than <see cref="MaximumLength"/>.</summary>
    public unsafe SyntaxTree? Parse(ReadOnlyMemory<byte> text)
    {
        if (text.Length > MaximumLength) return null;
        fixed (byte* start = text.Span)
        {
            using var native = NativeTreeSitter.Parse(handle, 0, start, (uint)text.Length);
            return native.IsInvalid ? null : new SyntaxTreeReader(grammar, native).Read(text);
        }
    }

    public void Dispose() => handle.Dispose();
}
