using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Logical operators that do not bind, or do not stop, as the condition reads; and sleeping while others wait.</summary>
static class LogicalOperators
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, LeftOperand: var left, RightOperand: var right } when IsBareAnd(left) && IsName(right) || IsBareAnd(right) && IsName(left) => "and-or-unmarked",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or, Type.SpecialType: SpecialType.System_Boolean, OperatorMethod: null } both when IsCondition(both) && both.RightOperand.DescendantsAndSelf().Any(o => o is IInvocationOperation) => "both-sides-evaluated",
        IInvocationOperation { TargetMethod: { Name: "Sleep", ContainingType.Name: "Thread" } } sleep when IsLocked(sleep) => "sleep-with-lock",
        _ => null,
    };

    /// <summary><c>b &amp;&amp; c</c> without parentheses, of plain truth values: nothing but the operators says what belongs together.</summary>
    static bool IsBareAnd(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, LeftOperand: var left, RightOperand: var right } && IsName(left) && IsName(right)
        && operation.Syntax.Parent is not Microsoft.CodeAnalysis.CSharp.Syntax.ParenthesizedExpressionSyntax;

    static bool IsName(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation };

    static bool IsCondition(IOperation operation) => operation.Parent switch
    {
        IParenthesizedOperation outer => IsCondition(outer),
        IConditionalOperation conditional => ReferenceEquals(conditional.Condition, operation) && conditional.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.IfStatementSyntax,
        IWhileLoopOperation loop => ReferenceEquals(loop.Condition, operation),
        _ => false,
    };

    static bool IsLocked(IOperation operation)
    {
        for (var around = operation.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
            if (around is ILockOperation) return true;
        return false;
    }
}
