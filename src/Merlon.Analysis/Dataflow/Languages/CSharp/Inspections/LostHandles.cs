using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Local variables that get a second resource while the first is open: statements of one block, with nothing between them that closes the first or
/// hands it on. Nothing names the first any more, so nobody can close it.
/// </summary>
static class LostHandles
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var block in body.Syntax.DescendantNodesAndSelf().OfType<BlockSyntax>())
        {
            var open = new HashSet<string>();
            foreach (var statement in block.Statements)
            {
                var (name, value) = Made(statement);
                if (open.Count > 0) Forget(statement, name, open);
                if (name is not null && Resources.IsMadeBy(value) && !open.Add(name)) yield return ("handle-lost", statement);
            }
        }
    }

    /// <summary>What a statement sets, and to what.</summary>
    static (string? Name, ExpressionSyntax? Value) Made(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [var only] } => (only.Identifier.ValueText, only.Initializer?.Value),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: var value } } when Written.LocalOf(target) is not null => (target.Identifier.ValueText, value),
        _ => default,
    };

    /// <summary>A variable that a statement does more with than to ask its object for something is open no more, as far as this block can tell.</summary>
    static void Forget(StatementSyntax statement, string? set, HashSet<string> open)
    {
        foreach (var node in statement.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (!open.Contains(node.Identifier.ValueText)) continue;
            var isAsked = node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Close" or "Dispose" or "DisposeAsync" or "Stop") } access && access.Expression == node;
            var isSet = node.Identifier.ValueText == set && node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node;
            if (!isAsked && !isSet) open.Remove(node.Identifier.ValueText);
        }
    }
}
