using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What a field or element holds before it is set.</summary>
static class Defaults
{
    static readonly Value Zero = Value.Constant(0L);

    public static Value Of(string? type) => type switch
    {
        "boolean" or "bool" => Value.False,
        "byte" or "short" or "int" or "long" or "sbyte" or "ushort" or "uint" or "ulong" or "char" => Zero,
        "float" or "double" or "decimal" => Value.Constant(0d),
        null => Value.Unknown,
        _ => Value.Null,
    };

    /// <summary>The marks that taint has in a place of this type: a number can hold nothing that is more than a number.</summary>
    public static ulong MarksOf(string? type) => IsPrimitive(type) || IsBox(type) ? Marks.NumericSet : 0;

    static bool IsBox(string? type) => type is "java.lang.Integer" or "java.lang.Long" or "java.lang.Short" or "java.lang.Double"
        or "java.lang.Float" or "java.lang.Boolean" or "java.util.UUID" or "java.math.BigDecimal" or "java.math.BigInteger";

    /// <summary>Whether values of the type are not objects with fields of their own.</summary>
    public static bool IsPrimitive(string? type) => type is "boolean" or "bool" or "byte" or "short" or "int" or "long" or "char"
        or "float" or "double" or "sbyte" or "ushort" or "uint" or "ulong" or "decimal";
}
