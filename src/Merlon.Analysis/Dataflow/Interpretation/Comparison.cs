using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Equality of values: whether it is decided, and what each outcome teaches about the sides.</summary>
static class Comparison
{
    /// <summary>Compares as the language's equality operator does: constants by value, objects by identity.</summary>
    public static Value Equality(Value left, Value right, bool negate, State state)
    {
        var truth = IsEqual(left, right, state);
        var result = Truth.ToValue(truth is null ? null : truth != negate);
        if (truth is not null) return result;
        var fact = OfTruth(left, right) ?? OfTruth(right, left) ?? Learn(left, right) ?? Learn(right, left);
        return fact is null ? result : result.With(negate ? fact.Negated : fact);
    }

    /// <summary>That a truth value is <c>true</c> tells what it tells itself.</summary>
    static Fact? OfTruth(Value subject, Value other) => subject.Fact is { } fact && other.Single is bool truth ? truth ? fact : fact.Negated : null;

    public static bool? IsEqual(Value left, Value right, State state)
    {
        if (left.IsOpen || right.IsOpen || left.IsNothing || right.IsNothing) return null;
        if (left.IsConstant && right.IsConstant) return OfConstants(left, right);
        if (!left.Constants.Any(c => right.Constants.Any(o => Same(c, o))) && !left.Objects.Any(right.Objects.Contains)) return false;
        return left.Constants.IsEmpty && right.Constants.IsEmpty && left.Objects.Length == 1 && right.Objects.Length == 1
            && state.Heap[left.Objects[0]] is { IsWeak: false } ? true : null;
    }

    public static bool Same(object left, object right) =>
        left.Equals(right) || Value.IsNullConstant(left) && Value.IsNullConstant(right) || (ToNumber(left) is { } a && ToNumber(right) is { } b && a == b);

    static bool IsOne(object constant, object sought) => constant.Equals(sought) || Value.IsNullConstant(constant) && Value.IsNullConstant(sought);

    public static double? ToNumber(object constant) => constant switch
    {
        long integer => integer,
        char character => character,
        double number => number,
        _ => null,
    };

    static bool? OfConstants(Value left, Value right)
    {
        var equal = left.Constants.Sum(c => right.Constants.Count(o => Same(c, o)));
        if (equal == 0) return false;
        return equal == left.Constants.Length * right.Constants.Length ? true : null;
    }

    /// <summary>When the one side is a constant: the other is that constant, or is not.</summary>
    public static Fact? Learn(Value subject, Value other)
    {
        if (other.Single is not { } constant || subject.IsConstant && subject.Constants.Length < 2) return null;
        return new Fact
        {
            WhenFalse = Bounds.WhenUnequal(subject, other),
            Subject = subject,
            EqualWhenTrue = Value.IsNullConstant(constant) ? other.WithNull(isGiven: false).WithoutFact : Value.Constant(constant),
            EqualWhenFalse = subject.Constants.Any(c => IsOne(c, constant)) ? subject.Where(c => !IsOne(c, constant), _ => true).WithoutFact : null,
        };
    }
}
