using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>
/// Tells the syntax trees that the compiler and the lowering cannot follow in bounded time and memory. Also without brackets code can nest: in
/// long chains of calls and operators, of <c>else if</c>, of operators before their operand. What decides a switch takes the square of its cases.
/// </summary>
static class TreeShape
{
    /// <summary>A text put together of so many parts is the longest that is read.</summary>
    const int Deepest = 2_000;

    const int LongestSwitch = 5_000, LongestBlock = 20_000;

    /// <summary>Why a file is left out; null where it is read.</summary>
    public static LeftOutFile? Judge(SyntaxTree tree)
    {
        var around = new Stack<SyntaxNode>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            while (around.TryPeek(out var parent) && parent != node.Parent) around.Pop();
            around.Push(node);
            if (around.Count > Deepest) return LeftOutFile.TooDeep(tree.FilePath);
            if (IsTooLong(node)) return LeftOutFile.TooLong(tree.FilePath);
        }
        return null;
    }

    static bool IsTooLong(SyntaxNode node) => node switch
    {
        SwitchStatementSyntax statement => statement.Sections.Count > LongestSwitch,
        SwitchExpressionSyntax expression => expression.Arms.Count > LongestSwitch,
        BlockSyntax block => block.Statements.Count > LongestBlock,
        _ => false,
    };
}
