namespace Merlon.Analysis.Dataflow.Languages.Syntax;

/// <summary>
/// Copies a native tree, with one cursor and in one pass, into the flat arrays of a <see cref="SyntaxTree"/>, so that the native memory
/// is freed at once and everything after this is plain managed reading.
/// </summary>
sealed class SyntaxTreeReader(Grammar grammar, SyntaxTreeHandle native)
{
    readonly List<SyntaxTree.Entry> entries = [];
    readonly Stack<int> parents = [];
    int depth;

    public SyntaxTree Read(ReadOnlyMemory<byte> text)
    {
        var cursor = NativeTreeSitter.NewCursor(NativeTreeSitter.RootNode(native));
        try
        {
            Walk(ref cursor);
        }
        finally
        {
            NativeTreeSitter.DeleteCursor(ref cursor);
        }
        return new SyntaxTree(grammar, text, [.. entries], depth);
    }

    void Walk(ref NativeTreeSitter.Cursor cursor)
    {
        while (true)
        {
            Append(ref cursor);
            if (NativeTreeSitter.GoToFirstChild(ref cursor))
            {
                parents.Push(entries.Count - 1);
                depth = Math.Max(depth, parents.Count);
                continue;
            }
            while (!NativeTreeSitter.GoToNextSibling(ref cursor))
            {
                if (!NativeTreeSitter.GoToParent(ref cursor)) return;
                Close(parents.Pop());
            }
        }
    }

    void Append(ref NativeTreeSitter.Cursor cursor)
    {
        var node = NativeTreeSitter.Current(ref cursor);
        var symbol = NativeTreeSitter.Symbol(node);
        entries.Add(new SyntaxTree.Entry
        {
            Symbol = symbol,
            Field = NativeTreeSitter.CurrentField(ref cursor),
            Start = (int)node.StartByte,
            End = (int)NativeTreeSitter.EndByte(node),
            Parent = parents.Count == 0 ? -1 : parents.Peek(),
            Next = entries.Count + 1,
            IsNamed = grammar.IsNamed(symbol),
            IsComment = grammar.IsComment(symbol),
        });
    }

    void Close(int parent)
    {
        var entry = entries[parent];
        entry.Next = entries.Count;
        entries[parent] = entry;
    }
}
