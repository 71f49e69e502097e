using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>A type as Java code states it: a qualified name as far as known, type arguments, array dimensions.</summary>
sealed record JavaType(string Name, ImmutableArray<JavaType> Arguments, int Dimensions = 0)
{
    public static readonly JavaType Object = Of("java.lang.Object");
    public static readonly JavaType String = Of("java.lang.String");
    public static readonly JavaType Int = Of("int");
    public static readonly JavaType Boolean = Of("boolean");

    static readonly string[] Numeric = ["byte", "short", "int", "long", "char", "float", "double"];

    static readonly Dictionary<string, string> Boxes = new()
    {
        ["java.lang.Integer"] = "int", ["java.lang.Long"] = "long", ["java.lang.Short"] = "short", ["java.lang.Byte"] = "byte",
        ["java.lang.Character"] = "char", ["java.lang.Double"] = "double", ["java.lang.Float"] = "float", ["java.lang.Boolean"] = "boolean",
    };

    /// <summary>The name without type arguments, with <c>[]</c> per dimension: how the intermediate form writes it.</summary>
    public string Erased => Dimensions == 0 ? Name : Name + string.Concat(Enumerable.Repeat("[]", Dimensions));

    public bool IsString => Dimensions == 0 && Name == "java.lang.String";

    public bool IsNumeric => Dimensions == 0 && Numeric.Contains(Unboxed);

    public bool IsPrimitive => Dimensions == 0 && (Name == "boolean" || Numeric.Contains(Name));

    /// <summary>The primitive type's name for a box, else the name.</summary>
    public string Unboxed => Boxes.GetValueOrDefault(Name, Name);

    public static JavaType Of(string name) => new(name, []);

    public JavaType ToArray(int more = 1) => this with { Dimensions = Dimensions + more };

    /// <summary>The type of an element of an array or of an <c>Iterable</c>; null when not known.</summary>
    public JavaType? Element => Dimensions > 0 ? this with { Dimensions = Dimensions - 1 } : Arguments is [var only] ? only : null;

    /// <summary>
    /// Reads a type as models write it, <c>java.util.Map&lt;java.lang.String,$0&gt;</c>; <c>$n</c> is the n-th type argument of the receiver.
    /// Null where that is not known.
    /// </summary>
    public static JavaType? Parse(string text, JavaType? receiver)
    {
        text = text.Trim();
        var dimensions = 0;
        for (; text.EndsWith("[]", StringComparison.Ordinal); text = text[..^2]) dimensions++;
        if (text.StartsWith('$')) return int.TryParse(text[1..], out var n) && receiver?.Arguments.Length > n ? receiver.Arguments[n].ToArray(dimensions) : null;
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open < 0) return new JavaType(text, [], dimensions);
        var arguments = SplitArguments(text[(open + 1)..^1]).Select(a => Parse(a, receiver) ?? Object);
        return new JavaType(text[..open], [.. arguments], dimensions);
    }

    static IEnumerable<string> SplitArguments(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '<' ? 1 : text[i] == '>' ? -1 : 0;
            if (text[i] != ',' || depth > 0) continue;
            yield return text[start..i];
            start = i + 1;
        }
        yield return text[start..];
    }
}
