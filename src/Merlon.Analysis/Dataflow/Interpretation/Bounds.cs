using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What an order of two values teaches: data that is less or greater than something of the program's own is bounded on that side.</summary>
static class Bounds
{
    public static Value Learn(Operator op, Value left, Value right, Value result)
    {
        if (left.IsTainted == right.IsTainted || result.IsConstant) return result;
        var (tainted, other) = left.IsTainted ? (left, right) : (right, left);
        var relation = left.IsTainted ? op : Mirrored(op);
        return result.With(new Fact { WhenTrue = Checks(tainted, relation, other), WhenFalse = Checks(tainted, Opposite(relation), other) });
    }

    /// <summary>For an equality with zero: the checks that data passes where it is not equal.</summary>
    public static ImmutableArray<Check> WhenUnequal(Value subject, Value other) =>
        subject.IsTainted && other.Single is { } constant && Comparison.ToNumber(constant) is 0d
            ? [.. subject.Labels.Items.Select(l => new Check(l.Source, Marks.NonZeroSet)).Distinct()]
            : [];

    static ImmutableArray<Check> Checks(Value tainted, Operator relation, Value other)
    {
        var isBelow = relation is Operator.Less or Operator.LessOrEqual;
        var marks = (isBelow ? Marks.BoundedAboveSet : Marks.BoundedBelowSet) | (ExcludesZero(relation, other) ? Marks.NonZeroSet : 0);
        return [.. tainted.Labels.Items.Select(l => new Check(l.Source, isBelow && (l.Marks & Marks.MagnitudeSet) != 0 ? marks | Marks.BoundedSet : marks)).Distinct()];
    }

    static bool ExcludesZero(Operator relation, Value other) => other.Single is { } constant && Comparison.ToNumber(constant) is { } number && relation switch
    {
        Operator.Less => number <= 0,
        Operator.LessOrEqual => number < 0,
        Operator.Greater => number >= 0,
        _ => number > 0,
    };

    static Operator Mirrored(Operator op) => op switch
    {
        Operator.Less => Operator.Greater,
        Operator.LessOrEqual => Operator.GreaterOrEqual,
        Operator.Greater => Operator.Less,
        _ => Operator.LessOrEqual,
    };

    static Operator Opposite(Operator op) => op switch
    {
        Operator.Less => Operator.GreaterOrEqual,
        Operator.LessOrEqual => Operator.Greater,
        Operator.Greater => Operator.LessOrEqual,
        _ => Operator.Less,
    };
}
