using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>What the mathematical functions do to numbers and to what is known of their bounds.</summary>
static class NumberOperations
{
    public static readonly (string Name, Operation Operation)[] All =
    [
        ("number.absolute", c => Compute(c, Math.Abs, Marks.MagnitudeSet | Marks.BoundedBelowSet)),
        ("number.root", c => Compute(c, Math.Sqrt, Marks.BoundedBelowSet)),
        ("number.least", c => Choose(c, Math.Min, Marks.BoundedAboveSet)),
        ("number.greatest", c => Choose(c, Math.Max, Marks.BoundedBelowSet)),
    ];

    static Value Compute(Invocation call, Func<double, double> compute, ulong marks)
    {
        var number = call.Argument(0);
        var labels = number.Labels.Mark(Marks.NumericSet | marks);
        return number.Single is { } constant && Comparison.ToNumber(constant) is { } known
            ? Constant(compute(known), constant).AddLabels(labels)
            : Value.Open(call.ResultType ?? number.Type, labels);
    }

    /// <summary>The one of two numbers that a bound of the program's own leaves.</summary>
    static Value Choose(Invocation call, Func<double, double, double> choose, ulong marks)
    {
        var (left, right) = (call.Argument(0), call.Argument(1));
        if (left.Single is { } a && right.Single is { } b && Comparison.ToNumber(a) is { } x && Comparison.ToNumber(b) is { } y)
            return Constant(choose(x, y), a).AddLabels(Labels.Join(left.Labels, right.Labels));
        var labels = Labels.Join(left.Labels, right.Labels).Mark(Marks.NumericSet);
        return Value.Open(call.ResultType ?? left.Type, left.IsTainted == right.IsTainted ? labels : labels.Mark(marks));
    }

    /// <summary>A whole number stays one while that is exact.</summary>
    static Value Constant(double number, object like) =>
        like is not double && Math.Floor(number) == number && Math.Abs(number) < 1e15 ? Value.Constant((long)number) : Value.Constant(number);
}
