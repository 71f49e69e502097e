using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What a field or element holds before it is set.</summary>
static class Defaults
{
    public static Value Of(string? type) => type switch
    {
        "boolean" or "bool" => Value.False,
        "byte" or "short" or "int" or "long" or "sbyte" or "ushort" or "uint" or "ulong" or "char" => Value.Zero,
        "float" or "double" or "decimal" => Value.Constant(0d),
        null => Value.Unknown,
        _ => Value.Null,
    };

    /// <summary>Whether a place of this type can hold no more than a number. A text can be put together again from characters and bytes.</summary>
    public static bool IsNumber(string? type) => IsPrimitive(type) && type is not ("char" or "byte" or "sbyte");

    /// <summary>Whether values of the type are not objects with fields of their own.</summary>
    public static bool IsPrimitive(string? type) => type is "boolean" or "bool" or "byte" or "short" or "int" or "long" or "char"
        or "float" or "double" or "sbyte" or "ushort" or "uint" or "ulong" or "decimal";
}
