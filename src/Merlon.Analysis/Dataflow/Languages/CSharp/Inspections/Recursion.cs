using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>A function that calls itself whatever happens.</summary>
static class Recursion
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body, ISymbol? function)
    {
        if (function is not IMethodSymbol { IsVirtual: false, IsOverride: false, IsAbstract: false } || body.Descendants().Any(MayTurnAway)) yield break;
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
            if (Inspection.IsSame(call.TargetMethod, function) && call.Instance is null or IInstanceReferenceOperation) yield return ("endless-recursion", call.Syntax);
    }

    static bool MayTurnAway(IOperation operation) =>
        operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation
            or IAnonymousFunctionOperation or ILocalFunctionOperation or IThrowOperation or ITryOperation or IAwaitOperation or IInvalidOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr };
}
