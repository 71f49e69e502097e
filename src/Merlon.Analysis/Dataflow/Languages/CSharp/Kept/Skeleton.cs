using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// A file without what stands in its functions: its declarations, which are all that the code of other files depends on. A body stays as an empty
/// one, an expression in its place and the first value of a field or property as a zero: what is asked of their shape is answered alike.
/// </summary>
static class Skeleton
{
    /// <summary>All of the text where the file does not parse: what is left out could then change how the rest is read.</summary>
    public static string Of(SyntaxTree tree)
    {
        var (root, text) = (tree.GetRoot(), tree.ToString());
        if (root.ContainsDiagnostics) return text;
        var (made, at) = (new StringBuilder(text.Length / 2), 0);
        foreach (var (cut, left) in Cuts(root))
        {
            made.Append(text, at, cut.Start - at).Append(left);
            at = cut.End;
        }
        return made.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether a part of a declaration is what stands in a function, or the first value of what is no constant.</summary>
    public static bool IsCode(SyntaxNode node) =>
        CutOf(node) is not null && !(node.Parent?.Parent?.Parent is FieldDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.ConstKeyword));

    static IEnumerable<(TextSpan Span, string Left)> Cuts(SyntaxNode node)
    {
        foreach (var child in node.ChildNodes())
            if (CutOf(child) is var (span, left))
            {
                if (span.Length > left.Length && MayBeCut(child, span)) yield return (span, left);
            }
            else if (HoldsDeclarations(child))
            {
                foreach (var cut in Cuts(child)) yield return cut;
            }
    }

    static (TextSpan Span, string Left)? CutOf(SyntaxNode node) => node switch
    {
        BlockSyntax block => (TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart), ""),
        ArrowExpressionClauseSyntax arrow => (arrow.Expression.Span, "0"),
        ConstructorInitializerSyntax { ArgumentList: { OpenParenToken: var open, CloseParenToken: var close } } =>
            (TextSpan.FromBounds(open.Span.End, close.SpanStart), ""),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax } first => (first.Value.Span, "0"),
        _ => null,
    };

    static bool HoldsDeclarations(SyntaxNode node) => node switch
    {
        BaseFieldDeclarationSyntax field => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        GlobalStatementSyntax or EnumDeclarationSyntax => false,
        MemberDeclarationSyntax or AccessorListSyntax or AccessorDeclarationSyntax or VariableDeclarationSyntax or VariableDeclaratorSyntax => true,
        _ => false,
    };

    /// <summary>Whether the directives that would go with it begin and end there, and mean nothing to what follows.</summary>
    static bool MayBeCut(SyntaxNode node, TextSpan span)
    {
        if (!node.ContainsDirectives) return true;
        var (conditions, regions) = (0, 0);
        foreach (var trivia in node.DescendantTrivia().Where(t => t.IsDirective && span.Contains(t.Span)))
            switch (trivia.Kind())
            {
                case SyntaxKind.IfDirectiveTrivia:
                    conditions++;
                    break;
                case SyntaxKind.EndIfDirectiveTrivia when conditions > 0:
                    conditions--;
                    break;
                case SyntaxKind.RegionDirectiveTrivia:
                    regions++;
                    break;
                case SyntaxKind.EndRegionDirectiveTrivia when regions > 0:
                    regions--;
                    break;
                case SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia when conditions > 0:
                case SyntaxKind.PragmaWarningDirectiveTrivia or SyntaxKind.PragmaChecksumDirectiveTrivia:
                    break;
                default:
                    return false;
            }
        return conditions == 0 && regions == 0;
    }
}
