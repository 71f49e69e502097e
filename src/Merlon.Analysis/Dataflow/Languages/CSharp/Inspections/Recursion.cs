using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>A function that calls itself whatever happens.</summary>
static class Recursion
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body, ISymbol? function)
    {
        if (function is IMethodSymbol { IsVirtual: false, IsAbstract: false } method && SteppingCall(body, method) is { } step) yield return ("recursion-without-bound", step);
        if (function is not IMethodSymbol { IsVirtual: false, IsOverride: false, IsAbstract: false } || body.Descendants().Any(MayTurnAway)) yield break;
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
            if (Inspection.IsSame(call.TargetMethod, function) && call.Instance is null or IInstanceReferenceOperation) yield return ("endless-recursion", call.Syntax);
    }

    /// <summary>After <c>if (n == 0) return;</c> alone, a call with <c>n - 1</c>: nothing turns away numbers that are too great, or below.</summary>
    static SyntaxNode? SteppingCall(IOperation body, IMethodSymbol method)
    {
        var tests = body.Descendants().OfType<IConditionalOperation>().ToList();
        if (tests is not [{ WhenFalse: null, Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue.HasValue: true } end }] || Inspection.Named(end.LeftOperand) is not IParameterSymbol parameter) return null;
        if (!tests[0].WhenTrue.DescendantsAndSelf().Any(o => o is IReturnOperation)) return null;
        return body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(c => Inspection.IsSame(c.TargetMethod, method) && c.Arguments.Any(
            a => Inspection.WithoutConversion(a.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand.ConstantValue.HasValue: true } step && Inspection.IsSame(Inspection.Named(step.LeftOperand), parameter)))?.Syntax;
    }

    static bool MayTurnAway(IOperation operation) =>
        operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation
            or IAnonymousFunctionOperation or ILocalFunctionOperation or IThrowOperation or ITryOperation or IAwaitOperation or IInvalidOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr };
}
