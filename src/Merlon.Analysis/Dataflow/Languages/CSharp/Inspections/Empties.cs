using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Statements that do nothing: empty blocks and branches, lone semicolons, and a variable set to itself.</summary>
static class Empties
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        IConditionalOperation { Syntax: IfStatementSyntax conditional } test => IsEmpty(conditional.Statement) ? TellsOfFailure(test.Condition) ? "empty-error-branch" : "empty-block" : null,
        IBlockOperation { Operations.IsEmpty: true, Syntax.Parent: BlockSyntax or ElseClauseSyntax } => "empty-block",
        IForLoopOperation { Body: IBlockOperation { Operations.IsEmpty: true } } or IWhileLoopOperation { Body: IBlockOperation { Operations.IsEmpty: true } } or IForEachLoopOperation { Body: IBlockOperation { Operations.IsEmpty: true } } => "empty-block",
        ISwitchOperation choice when choice.Cases.All(c => c.Body.All(o => o is IBranchOperation)) => "empty-block",
        IEmptyOperation { Syntax: EmptyStatementSyntax { Parent: BlockSyntax } } => "empty-block",
        ISimpleAssignmentOperation assignment when Inspection.IsSame(Inspection.Named(assignment.Target), Inspection.Named(assignment.Value)) => "self-assignment",
        _ => null,
    };

    static bool IsEmpty(StatementSyntax statement) => statement is BlockSyntax { Statements.Count: 0 };

    /// <summary>Whether it asks if a call that says how it went did not succeed.</summary>
    static bool TellsOfFailure(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IInvocationOperation } => true,
        IBinaryOperation { LeftOperand: IInvocationOperation, RightOperand.ConstantValue: { HasValue: true, Value: null or false } } => true,
        _ => false,
    };
}
