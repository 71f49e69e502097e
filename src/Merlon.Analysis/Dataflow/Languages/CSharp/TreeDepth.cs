using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>
/// How deep the syntax tree of a file is. Also without brackets code can nest: in long chains of calls and operators, of <c>else if</c>, of
/// operators before their operand. Compiler and lowering follow trees by recursion.
/// </summary>
static class TreeDepth
{
    /// <summary>A text put together of so many parts is the longest that is read.</summary>
    public const int Deepest = 2_000;

    public static bool IsTooDeep(SyntaxTree tree)
    {
        var around = new Stack<SyntaxNode>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            while (around.TryPeek(out var parent) && parent != node.Parent) around.Pop();
            around.Push(node);
            if (around.Count > Deepest) return true;
        }
        return false;
    }
}
