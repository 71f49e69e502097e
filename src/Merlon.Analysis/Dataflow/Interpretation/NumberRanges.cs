using System.Numerics;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>The ranges of the whole-number types, and on which side arithmetic can leave them.</summary>
static class NumberRanges
{
    /// <summary>
    /// Whether arithmetic on the greatest or least number of a type surely leaves the range: above (true), below (false), or not (null).
    /// Other constants are left alone: programs let hashes and the like go round on purpose.
    /// </summary>
    public static bool? Leaves(BinaryInstruction binary, Value left, Value right)
    {
        if (RangeOf(binary.Type) is not { } range || !left.IsConstant || !right.IsConstant) return null;
        foreach (var a in left.Constants)
            foreach (var b in right.Constants)
                if (a is long x && b is long y && (IsEnd(range, x) || IsEnd(range, y)) && Compute(binary.Operator, x, y) is { } result)
                    if (result > range.Most) return true;
                    else if (result < range.Least) return false;
        return null;
    }

    /// <summary>Whether a value is known to be the greatest or the least number of its type.</summary>
    public static bool IsEnd(string type, Value value) => type is "int" or "long" && value.SingleInteger is { } number && RangeOf(type) is { } range && IsEnd(range, number);

    /// <summary>The operator that rules name for arithmetic with data that is bounded like this: <c>above</c>, <c>below</c> or none.</summary>
    /// <param name="type">The type of the result.</param>
    public static string? Direction(string type, Operator op, Value left, Value right, ulong marks) => op switch
    {
        Operator.Add => IsNegative(left) || IsNegative(right) ? "below" : "above",
        Operator.Subtract => left.IsConstant ? null : IsNegative(right) ? "above" : "below",
        Operator.Multiply => IsTrivial(left) || IsTrivial(right) ? null : (marks & Marks.BoundedSet) != Marks.BoundedAboveSet ? "above" : IsUnsigned(type) ? null : "below",
        _ => null,
    };

    /// <summary>Products of numbers that are not negative are not negative either.</summary>
    static bool IsUnsigned(string type) => type.StartsWith("unsigned", StringComparison.Ordinal);

    static bool IsNegative(Value value) => value.Single is long and < 0;

    static bool IsTrivial(Value value) => value.Single is 0L or 1L or -1L;

    static bool IsEnd((long Least, long Most) range, long number) => number == range.Least || number == range.Most;

    static BigInteger? Compute(Operator op, BigInteger left, BigInteger right) => op switch
    {
        Operator.Add => left + right,
        Operator.Subtract => left - right,
        Operator.Multiply => left * right,
        _ => null,
    };

    static (long Least, long Most)? RangeOf(string? type) => type switch
    {
        "byte" => (sbyte.MinValue, sbyte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "int" => (int.MinValue, int.MaxValue),
        "long" => (long.MinValue, long.MaxValue),
        "char" => (char.MinValue, char.MaxValue),
        "unsigned byte" => (byte.MinValue, byte.MaxValue),
        "unsigned short" => (ushort.MinValue, ushort.MaxValue),
        "unsigned int" => (uint.MinValue, uint.MaxValue),
        _ => null,
    };
}
