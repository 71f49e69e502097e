using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Comparisons that, by the types or the texts of their sides, do not ask what they seem to.</summary>
static class ComparisonStructures
{
    public static void Observe(Function function, JavaFile file, SyntaxNode node, JavaType? left, JavaType? right)
    {
        if (Judge(node["operator"].Kind, node["left"], node["right"], left, right) is { } structure) function.Constructs.Add(new Construct(structure, file.SpanOf(node)));
    }

    /// <summary>A number in an object, of which there can be many for the same number.</summary>
    static bool IsNumberObject(JavaType? type) =>
        type is { Dimensions: 0 } && (type.Unboxed != type.Name && type.Unboxed is "int" or "long" or "short" or "double" or "float" || type.Name is "java.math.BigDecimal" or "java.math.BigInteger");

    static string? Judge(string op, SyntaxNode left, SyntaxNode right, JavaType? leftType, JavaType? rightType)
    {
        if (op is not ("==" or "!=" or "<" or "<=" or ">" or ">=")) return null;
        if (op is "==" or "!=" && leftType is { IsString: true } && rightType is { IsString: true }) return "text-compared-by-reference";
        if (op is "==" or "!=" && IsNumberObject(leftType) && IsNumberObject(rightType)) return "number-compared-by-reference";
        var isFloating = leftType is null || leftType.Unboxed is "float" or "double";
        if (!isFloating && left.Kind is "identifier" or "field_access" && right.Kind == left.Kind && left.Text == right.Text) return op is "==" or "<=" or ">=" ? "always-true" : "always-false";
        return leftType?.Unboxed != "int" ? null : (op, right.Text) switch
        {
            ("<", "Integer.MIN_VALUE") or (">", "Integer.MAX_VALUE") => "always-false",
            (">=", "Integer.MIN_VALUE") or ("<=", "Integer.MAX_VALUE") => "always-true",
            _ => null,
        };
    }
}
