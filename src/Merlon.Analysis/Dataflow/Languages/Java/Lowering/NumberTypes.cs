using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

/// <summary>What the types of numbers tell: which arithmetic can leave its range, and which conversions lose something.</summary>
static class NumberTypes
{
    static readonly string[] ByWidth = ["byte", "short", "int", "long", "float", "double"];

    public static bool IsOrder(Operator op) => op is Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual;

    /// <summary>A type narrower than arithmetic is done in.</summary>
    public static bool IsSmall(JavaType? type) => type is { Dimensions: 0, Unboxed: "byte" or "short" or "char" };

    public static bool IsWhole(JavaType? type, string name) => type is { Dimensions: 0 } && type.Unboxed == name;

    /// <summary>
    /// The type whose range arithmetic can leave, null when it can leave none that counts: numbers of small types are safe in an <c>int</c>
    /// until they are stored in a small type again, and a division only fails by its divisor.
    /// </summary>
    /// <param name="within">The type that the result is stored in or cast to at once.</param>
    public static string? RangeOf(Operator op, JavaType? left, JavaType? right, JavaType? within, bool isRightWritten)
    {
        if (op is Operator.Divide or Operator.Remainder) return isRightWritten ? null : right is { IsNumeric: true } ? right.Unboxed : null;
        if (op is not (Operator.Add or Operator.Subtract or Operator.Multiply) || left is not { IsNumeric: true } || right is not { IsNumeric: true }) return null;
        if (IsSmall(within) && (left.Unboxed == within!.Unboxed || right.Unboxed == within.Unboxed)) return within.Unboxed;
        if (IsFloating(left) || IsFloating(right)) return null;
        return IsWhole(left, "long") || IsWhole(right, "long") ? "long" : IsWhole(left, "int") || IsWhole(right, "int") && !isRightWritten ? "int" : null;
    }

    /// <summary>The conversion from the one type to the other if numbers can be lost by it.</summary>
    public static NumberConversion? Narrowing(JavaType? from, JavaType? to)
    {
        if (from is not { IsNumeric: true } || to is not { IsNumeric: true }) return null;
        var (old, made) = (Array.IndexOf(ByWidth, from.Unboxed), Array.IndexOf(ByWidth, to.Unboxed));
        return made >= 0 && old > made ? new NumberConversion(from.Unboxed, to.Unboxed) : null;
    }

    /// <summary>Whether a number in an object becomes one without: null cannot.</summary>
    public static bool Unboxes(JavaType? from, JavaType? to) => from is { IsNumeric: true } && to is { IsNumeric: true } && from.Unboxed != from.Name && to.Unboxed == to.Name && Array.IndexOf(ByWidth, to.Name) >= 0;

    static bool IsFloating(JavaType type) => type.Unboxed is "float" or "double";
}
