using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Loops that wait for a counter to leave a range in which it turns for ever: <c>while (i >= 0) i = (i + 1) % 256;</c>.
/// </summary>
static class TurningLoops
{
    /// <summary>Whether the condition can never become false by what the loop does to its counter.</summary>
    public static bool IsEndless(ILoopOperation loop, IOperation? condition)
    {
        if (condition is not IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: int limit } } test || Inspection.Named(test.LeftOperand) is not { } counter) return false;
        IEnumerable<IOperation> steps = loop is IForLoopOperation counted ? [loop.Body, .. counted.AtLoopBottom] : [loop.Body];
        var sets = steps.SelectMany(s => s.DescendantsAndSelf()).Where(o => Changes(o, counter)).ToList();
        return sets.Count > 0 && sets.TrueForAll(s => Modulus(s) is { } modulus && test.OperatorKind switch
        {
            BinaryOperatorKind.GreaterThanOrEqual => limit <= 0,
            BinaryOperatorKind.GreaterThan => limit < 0,
            BinaryOperatorKind.LessThan => limit >= modulus,
            BinaryOperatorKind.LessThanOrEqual => limit >= modulus - 1,
            _ => false,
        });
    }

    static bool Changes(IOperation operation, ISymbol counter) => operation switch
    {
        IAssignmentOperation assignment => Inspection.IsSame(Inspection.Named(assignment.Target), counter),
        IIncrementOrDecrementOperation step => Inspection.IsSame(Inspection.Named(step.Target), counter),
        _ => false,
    };

    /// <summary>The number that <c>i = (i + 1) % number</c> stays below.</summary>
    static int? Modulus(IOperation set) =>
        set is ISimpleAssignmentOperation { Value: var value } && Inspection.WithoutConversion(value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, RightOperand.ConstantValue: { HasValue: true, Value: int modulus } } rest
        && Inspection.WithoutConversion(rest.LeftOperand) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Multiply } ? modulus : null;
}
