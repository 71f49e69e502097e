using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Conditions that are not what they seem: they assign, are always true or false, or compare objects where texts are meant.</summary>
static class Conditions
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Type.SpecialType: SpecialType.System_Boolean } assignment when IsCondition(assignment) => "assignment-in-condition",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } equality when ComparesTextByReference(equality) => "text-compared-by-reference",
        IBinaryOperation binary => Decided(binary) switch { true => "always-true", false => "always-false", _ => null },
        _ => null,
    };

    static bool IsCondition(IOperation operation) => operation.Parent switch
    {
        IParenthesizedOperation outer => IsCondition(outer),
        IConditionalOperation conditional => ReferenceEquals(conditional.Condition, operation),
        IWhileLoopOperation loop => ReferenceEquals(loop.Condition, operation),
        _ => false,
    };

    /// <summary>The compiler takes identity where one side is no text by its type.</summary>
    static bool ComparesTextByReference(IBinaryOperation equality)
    {
        var (left, right) = (IsText(equality.LeftOperand), IsText(equality.RightOperand));
        return (left || right) && equality.LeftOperand.Type?.SpecialType == SpecialType.System_Object && !Inspection.IsNull(equality.LeftOperand) && !Inspection.IsNull(equality.RightOperand);
    }

    static bool IsText(IOperation operation) => Inspection.WithoutConversion(operation).Type?.SpecialType == SpecialType.System_String;

    /// <summary>A comparison of a variable with itself, or with the end of its type's range.</summary>
    static bool? Decided(IBinaryOperation binary)
    {
        if (binary.ConstantValue.HasValue || binary.OperatorMethod is not null) return null;
        if (Inspection.Named(binary.LeftOperand) is { } left && Inspection.IsSame(left, Inspection.Named(binary.RightOperand)) && binary.LeftOperand.Type?.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single)) return OfSame(binary.OperatorKind);
        if (Inspection.WithoutConversion(binary.LeftOperand) is { ConstantValue.HasValue: false, Type: { } type } && binary.RightOperand.ConstantValue is { HasValue: true, Value: { } limit } && Range(type.SpecialType) is var (least, most) && IsInteger(limit))
            return OfLimit(binary.OperatorKind, Convert.ToDecimal(limit, System.Globalization.CultureInfo.InvariantCulture), least, most);
        return null;
    }

    static bool IsInteger(object constant) => constant is sbyte or byte or short or ushort or int or uint or long or ulong;

    static bool? OfSame(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual => true,
        BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan => false,
        _ => null,
    };

    static bool? OfLimit(BinaryOperatorKind kind, decimal limit, decimal least, decimal most) => kind switch
    {
        BinaryOperatorKind.LessThan when limit <= least => false,
        BinaryOperatorKind.LessThan when limit > most => true,
        BinaryOperatorKind.LessThanOrEqual when limit >= most => true,
        BinaryOperatorKind.LessThanOrEqual when limit < least => false,
        BinaryOperatorKind.GreaterThan when limit >= most => false,
        BinaryOperatorKind.GreaterThan when limit < least => true,
        BinaryOperatorKind.GreaterThanOrEqual when limit <= least => true,
        BinaryOperatorKind.GreaterThanOrEqual when limit > most => false,
        _ => null,
    };

    static (decimal Least, decimal Most)? Range(SpecialType type) => type switch
    {
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
