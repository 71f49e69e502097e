using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>What the types of numbers tell: which arithmetic can leave its range unnoticed, and which conversions lose something.</summary>
static class Numbers
{
    /// <summary>
    /// The type that the result has to fit: that of a cast around it where the operands are as small; null where they are smaller than the
    /// result, where the operation is checked, and for a divisor that stands in the program.
    /// </summary>
    public static string? RangeOf(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is not null || binary.LeftOperand.ConstantValue.HasValue && binary.RightOperand.ConstantValue.HasValue) return null;
        var cast = Around(binary) is IConversionOperation { IsImplicit: false } outer ? outer : null;
        if (binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) return OfDivision(binary, cast);
        var (within, width) = (WidthWithin(binary), WidthOf(binary.Type));
        if (binary.IsChecked || within == 0 || width == 0) return null;
        if (cast is { IsChecked: false } && WidthOf(cast.Type) is > 0 and var kept && kept < width && within <= kept) return NameOf(cast.Type);
        return within < width ? null : NameOf(binary.Type);
    }

    public static string? RangeOf(ICompoundAssignmentOperation assignment) =>
        assignment is { OperatorMethod: null, IsChecked: false } && !(assignment.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && assignment.Value.ConstantValue.HasValue) ? NameOf(assignment.Type) : null;

    public static string? RangeOf(IIncrementOrDecrementOperation increment) => increment is { OperatorMethod: null, IsChecked: false } ? NameOf(increment.Type) : null;

    /// <summary>
    /// The conversion that a cast is, if numbers can be lost by it; one that only takes back that small numbers are computed as larger ones is none.
    /// </summary>
    public static NumberConversion? Narrowing(IConversionOperation conversion)
    {
        if (conversion is not { IsImplicit: false, IsChecked: false, OperatorMethod: null, Operand.ConstantValue.HasValue: false }) return null;
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        // A part of a number of the program's own is as large as that at most; that the divisor may be zero is said elsewhere.
        if (Inside(conversion.Operand) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, LeftOperand.ConstantValue.HasValue: true }) return null;
        if (IsReal(from)) return WidthOf(to) > 0 || to?.SpecialType == SpecialType.System_Single && from?.SpecialType == SpecialType.System_Double ? new NumberConversion(NameOf(from)!, NameOf(to)!) : null;
        if (WidthOf(to) is not (> 0 and var width) || width >= WidthOf(from)) return null;
        return Inside(conversion.Operand) is IBinaryOperation binary && IsArithmetic(binary.OperatorKind) && WidthWithin(binary) <= width ? null : new NumberConversion(NameOf(from)!, NameOf(to)!);
    }

    /// <summary>The name of a type of numbers in the intermediate form; null for other types.</summary>
    static string? NameOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Byte => "unsigned byte",
        SpecialType.System_UInt16 => "unsigned short",
        SpecialType.System_UInt32 => "unsigned int",
        SpecialType.System_UInt64 => "unsigned long",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        _ => null,
    };

    /// <summary>A quotient of floating-point numbers is wrong only where it becomes an integer.</summary>
    static string? OfDivision(IBinaryOperation binary, IConversionOperation? cast) =>
        !binary.RightOperand.ConstantValue.HasValue && (WidthOf(binary.Type) > 0 || WidthOf(cast?.Type) > 0) ? NameOf(binary.Type) : null;

    static bool IsArithmetic(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply;

    /// <summary>The bytes of an integer's type; 0 for any other type.</summary>
    static int WidthOf(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Byte or SpecialType.System_SByte => 1,
        SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 => 4,
        SpecialType.System_Int64 or SpecialType.System_UInt64 => 8,
        _ => 0,
    };

    static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    /// <summary>The bytes that the larger operand takes before it is widened; constants do not count.</summary>
    static int WidthWithin(IBinaryOperation binary) => Math.Max(WidthBefore(binary.LeftOperand), WidthBefore(binary.RightOperand));

    static int WidthBefore(IOperation operand)
    {
        if (operand.ConstantValue.HasValue) return 0;
        var width = WidthOf(operand.Type);
        return operand switch
        {
            IConversionOperation { OperatorMethod: null } conversion when WidthOf(conversion.Operand.Type) > 0 => Math.Min(width, WidthBefore(conversion.Operand)),
            IParenthesizedOperation inner => WidthBefore(inner.Operand),
            _ => width,
        };
    }

    static IOperation? Around(IOperation operation) => operation.Parent is IParenthesizedOperation outer ? Around(outer) : operation.Parent;

    static IOperation Inside(IOperation operation) => operation is IParenthesizedOperation outer ? Inside(outer.Operand) : operation;
}
