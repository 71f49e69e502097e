using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Branches that do not hold what their indentation says, and switches that pass over what they do not name.</summary>
static class Branches
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        ISwitchOperation { Value.Type: not { TypeKind: TypeKind.Enum } } choice when !choice.Cases.IsEmpty && !HasDefault(choice) => "switch-without-default",
        _ => operation.Syntax switch
        {
            IfStatementSyntax { Else: null } conditional when operation is IConditionalOperation => OfBody(conditional, conditional.Statement),
            WhileStatementSyntax loop when operation is IWhileLoopOperation => OfBody(loop, loop.Statement),
            ForStatementSyntax loop when operation is IForLoopOperation && loop.Statement is not EmptyStatementSyntax => OfBody(loop, loop.Statement),
            _ => null,
        },
    };

    static bool HasDefault(ISwitchOperation choice) => choice.Cases.Any(c => c.Clauses.Any(
        k => k.CaseKind == CaseKind.Default || k is IPatternCaseClauseOperation { Guard: null, Pattern: IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } }));

    static string? OfBody(StatementSyntax outer, StatementSyntax body) => body switch
    {
        EmptyStatementSyntax when outer is IfStatementSyntax => "empty-branch",
        EmptyStatementSyntax or BlockSyntax => null,
        _ => IsMisleading(outer, body) ? "misleading-indentation" : null,
    };

    /// <summary>The next statement stands as if it belonged to the body: as deep, on a line of its own.</summary>
    static bool IsMisleading(StatementSyntax outer, StatementSyntax body)
    {
        if (outer.Parent is not BlockSyntax block || block.Statements.IndexOf(outer) + 1 is var next && next >= block.Statements.Count) return false;
        var (first, inner, after) = (PlaceOf(outer), PlaceOf(body), PlaceOf(block.Statements[next]));
        return inner.Line > first.Line && after.Line > inner.Line && after.Character == inner.Character && inner.Character > first.Character;
    }

    static Microsoft.CodeAnalysis.Text.LinePosition PlaceOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition;
}
