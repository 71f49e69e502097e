using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>
/// Tells the syntax trees that the compiler and the lowering cannot follow in bounded time and memory. Also without brackets code can nest: in
/// long chains of calls and operators, of <c>else if</c>, of operators before their operand. What decides a switch takes the square of its cases, and what
/// finds circles among classes that of the longest line of them.
/// </summary>
static class TreeShape
{
    /// <summary>A text put together of so many parts is the longest that is read.</summary>
    const int Deepest = 2_000;

    const int LongestSwitch = 5_000, LongestBlock = 20_000, LongestLine = 2_000;

    /// <summary>Why a file is left out; null where it is read.</summary>
    public static LeftOutFile? Judge(SyntaxTree tree)
    {
        var (around, bases) = (new Stack<SyntaxNode>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            while (around.TryPeek(out var parent) && parent != node.Parent) around.Pop();
            around.Push(node);
            if (around.Count > Deepest) return LeftOutFile.TooDeep(tree.FilePath);
            if (IsTooLong(node)) return LeftOutFile.TooLong(tree.FilePath);
            if (node is TypeDeclarationSyntax { BaseList.Types: [{ Type: SimpleNameSyntax extended }, ..] } type)
                bases[type.Identifier.ValueText] = extended.Identifier.ValueText;
        }
        return IsTooLong(bases) ? LeftOutFile.TooLongLine(tree.FilePath) : null;
    }

    /// <summary>Whether more types follow one another, each the first that the next one extends. Each is gone through once.</summary>
    static bool IsTooLong(Dictionary<string, string> bases)
    {
        if (bases.Count <= LongestLine) return false;
        var (lengths, line) = (new Dictionary<string, int>(StringComparer.Ordinal), new Stack<string>());
        foreach (var type in bases.Keys)
        {
            var length = 0;
            for (var at = type; !lengths.TryGetValue(at, out length) && lengths.TryAdd(at, 0); at = bases.GetValueOrDefault(at, "")) line.Push(at);
            while (line.TryPop(out var next)) lengths[next] = ++length;
            if (length > LongestLine) return true;
        }
        return false;
    }

    static bool IsTooLong(SyntaxNode node) => node switch
    {
        SwitchStatementSyntax statement => statement.Sections.Count > LongestSwitch,
        SwitchExpressionSyntax expression => expression.Arms.Count > LongestSwitch,
        BlockSyntax block => block.Statements.Count > LongestBlock,
        _ => false,
    };
}
