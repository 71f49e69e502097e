namespace Merlon.Analysis.Dataflow.Languages.Syntax;

/// <summary>
/// One node of a <see cref="SyntaxTree"/>: a position in its arrays, not an object. The default value stands for "no such node":
/// <see cref="Exists"/> is false, its kind and text are empty, and it has no children.
/// </summary>
readonly struct SyntaxNode(SyntaxTree tree, int index) : IEquatable<SyntaxNode>
{
    readonly SyntaxTree? tree = tree;
    readonly int index = index;

    public bool Exists => tree is not null;

    public SyntaxTree Tree => tree ?? throw new InvalidOperationException("There is no node.");

    /// <summary>The grammar's name of this node, for example <c>method_invocation</c>; for a token its text.</summary>
    public string Kind => tree?.KindOf(index) ?? "";

    /// <summary>The field of its parent that this node fills, or the empty text.</summary>
    public string Field => tree is null ? "" : tree.Grammar.Fields[tree.At(index).Field];

    /// <summary>False for punctuation, operators and keywords.</summary>
    public bool IsNamed => tree is not null && tree.At(index).IsNamed;

    /// <summary>Comments may stand anywhere; a front end passes over them.</summary>
    public bool IsComment => tree is not null && tree.At(index).IsComment;

    public int Start => tree is null ? 0 : tree.At(index).Start;

    public int End => tree is null ? 0 : tree.At(index).End;

    public int Line => tree?.LineAt(Start) ?? 0;

    public string Text => tree?.TextOf(index) ?? "";

    public SyntaxNode Parent => tree is not null && tree.At(index).Parent is >= 0 and var parent ? new(tree, parent) : default;

    /// <summary>All children, punctuation and comments too.</summary>
    public Children All => new(this, namedOnly: false);

    /// <summary>The children that mean something: named and not comments.</summary>
    public Children Named => new(this, namedOnly: true);

    /// <summary>The first child in the field, or a node that does not exist.</summary>
    public SyntaxNode this[string field]
    {
        get
        {
            foreach (var child in All)
                if (ReferenceEquals(child.Field, field) || child.Field == field) return child;
            return default;
        }
    }

    /// <summary>The first child of the kind, or a node that does not exist.</summary>
    public SyntaxNode Child(string kind)
    {
        foreach (var child in All)
            if (child.Kind == kind) return child;
        return default;
    }

    /// <summary>The first named child, or a node that does not exist.</summary>
    public SyntaxNode FirstNamed
    {
        get
        {
            foreach (var child in Named) return child;
            return default;
        }
    }

    public bool Equals(SyntaxNode other) => ReferenceEquals(tree, other.tree) && index == other.index;

    public override bool Equals(object? obj) => obj is SyntaxNode other && Equals(other);

    public override int GetHashCode() => index;

    public override string ToString() => Kind;

    /// <summary>The children of a node, enumerated without allocation.</summary>
    public readonly struct Children(SyntaxNode parent, bool namedOnly)
    {
        public Enumerator GetEnumerator() => new(parent, namedOnly);

        public List<SyntaxNode> ToList()
        {
            var list = new List<SyntaxNode>();
            foreach (var child in this) list.Add(child);
            return list;
        }
    }

    /// <summary>Steps over the children of a node.</summary>
    public struct Enumerator(SyntaxNode parent, bool namedOnly)
    {
        readonly SyntaxTree? tree = parent.tree;
        readonly int end = parent.tree is null ? 0 : parent.tree.At(parent.index).Next;
        int next = parent.tree is null ? 0 : parent.index + 1;

        public SyntaxNode Current { get; private set; }

        public bool MoveNext()
        {
            while (next < end)
            {
                ref readonly var entry = ref tree!.At(next);
                if (namedOnly && (!entry.IsNamed || entry.IsComment))
                {
                    next = entry.Next;
                    continue;
                }
                Current = new SyntaxNode(tree, next);
                next = entry.Next;
                return true;
            }
            return false;
        }
    }
}
