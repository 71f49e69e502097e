using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Loops that wait for a counter to leave a range in which it turns for ever: <c>while (i >= 0) i = (i + 1) % 256;</c>, that set it to numbers
/// with which they go on, or that wait for a variable of the method which nothing in it changes but its declaration.
/// </summary>
static class TurningLoops
{
    /// <summary>Whether the condition can never become false by what the loop does to its counter.</summary>
    public static bool IsEndless(ILoopOperation loop, IOperation? condition)
    {
        if (condition is not IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: int limit } } test || Inspection.Named(test.LeftOperand) is not { } counter) return false;
        IEnumerable<IOperation> steps = loop is IForLoopOperation counted ? [loop.Body, .. counted.AtLoopBottom] : [loop.Body];
        var sets = steps.SelectMany(s => s.DescendantsAndSelf()).Where(o => Changes(o, counter)).ToList();
        if (sets.Count == 0) return loop is IWhileLoopOperation && IsOrder(test.OperatorKind) && counter is ILocalSymbol && IsNeverChanged(loop, counter);
        return sets.TrueForAll(s => Constant(s) is { } number ? Holds(test.OperatorKind, number, limit) : Modulus(s) is { } modulus && test.OperatorKind switch
        {
            BinaryOperatorKind.GreaterThanOrEqual => limit <= 0,
            BinaryOperatorKind.GreaterThan => limit < 0,
            BinaryOperatorKind.LessThan => limit >= modulus,
            BinaryOperatorKind.LessThanOrEqual => limit >= modulus - 1,
            _ => false,
        });
    }

    static bool IsOrder(BinaryOperatorKind kind) => kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    static bool Holds(BinaryOperatorKind kind, int number, int limit) => kind switch
    {
        BinaryOperatorKind.GreaterThanOrEqual => number >= limit,
        BinaryOperatorKind.GreaterThan => number > limit,
        BinaryOperatorKind.LessThan => number < limit,
        BinaryOperatorKind.LessThanOrEqual => number <= limit,
        BinaryOperatorKind.NotEquals => number != limit,
        BinaryOperatorKind.Equals => number == limit,
        _ => false,
    };

    static int? Constant(IOperation set) => set is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: int number } } ? number : null;

    /// <summary>Whether a variable keeps its first value: what is handed on by reference, or set together with others, may change.</summary>
    static bool IsNeverChanged(IOperation operation, ISymbol variable)
    {
        var root = operation;
        while (root.Parent is { } parent) root = parent;
        return !root.Descendants().Any(o => Changes(o, variable) || o switch
        {
            IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => Inspection.IsSame(Inspection.Named(argument.Value), variable),
            ITupleOperation tuple => tuple.Elements.Any(e => Inspection.IsSame(Inspection.Named(e), variable)),
            IAddressOfOperation address => Inspection.IsSame(Inspection.Named(address.Reference), variable),
            IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } => true,
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
