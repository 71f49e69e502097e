using System.Globalization;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Conditions that, as they are written, always have the same answer.</summary>
static class DecidedConditions
{
    /// <summary>Classes of the platform that nothing extends.</summary>
    static readonly HashSet<string> Final = ["Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float", "Double", "String", "StringBuilder", "StringBuffer"];

    public static void Observe(SyntaxNode condition, Action<string, SyntaxNode> note)
    {
        if (Decided(Unwrapped(condition)) is { } truth) note(truth ? "always-true" : "always-false", condition.Parent);
    }

    static SyntaxNode Unwrapped(SyntaxNode node) => node.Kind is "parenthesized_expression" or "condition" ? Unwrapped(node.FirstNamed) : node;

    static bool? Decided(SyntaxNode node) => node.Kind switch
    {
        "true" => true,
        "false" => false,
        "unary_expression" when node["operator"].Kind == "!" => !Decided(Unwrapped(node["operand"])),
        "method_invocation" when node["name"].Text == "equals" => OfClasses(node["object"], node["arguments"].FirstNamed),
        "binary_expression" => node["operator"].Kind switch
        {
            "&&" or "||" when OfNull(node["left"]) is var (first, isNull) && OfNull(node["right"]) is var (second, isAlso) && first == second && isNull != isAlso => node["operator"].Kind == "||",
            "&&" => Comparison.Of(node) is var (left, right) && Comparison.Exclude(left, right) ? false : null,
            "||" => Comparison.Of(node) is var (left, right) && Comparison.Cover(left, right) ? true : null,
            "<" or ">=" => IsSize(node["left"]) && node["right"].Text == "0" ? node["operator"].Kind == ">=" : null,
            "==" or "!=" => OfClasses(node["left"], node["right"]) is { } same ? same == (node["operator"].Kind == "==") : OfBits(node),
            _ => null,
        },
        _ => null,
    };

    /// <summary>A variable that is held against null, and whether it is asked to be null.</summary>
    static (string Name, bool IsNull)? OfNull(SyntaxNode node) =>
        Unwrapped(node) is { Kind: "binary_expression" } test && test["operator"].Kind is "==" or "!=" && test["right"].Kind == "null_literal" && test["left"].Kind == "identifier" ? (test["left"].Text, test["operator"].Kind == "==") : null;

    /// <summary>A length is never negative.</summary>
    static bool IsSize(SyntaxNode node) =>
        node.Kind == "method_invocation" && node["name"].Text is "length" or "size" && !node["arguments"].FirstNamed.Exists || node.Kind == "field_access" && node["field"].Text == "length";

    /// <summary><c>a.getClass().equals(b.getClass())</c>, where the declarations of both say which class they are of.</summary>
    static bool? OfClasses(SyntaxNode left, SyntaxNode right) => ClassOf(left) is { } first && ClassOf(right) is { } second ? first == second : null;

    static string? ClassOf(SyntaxNode node)
    {
        if (node.Kind != "method_invocation" || node["name"].Text != "getClass" || node["object"] is not { Kind: "identifier" } subject) return null;
        if (Locals.DeclaratorOf(subject, subject.Text) is not { Exists: true } declarator) return null;
        var declared = declarator.Parent["type"].Text;
        if (Final.Contains(declared)) return declared;
        return declarator["value"] is { Kind: "object_creation_expression" } made && !made.Child("class_body").Exists && !Locals.Changes(Locals.BodyAround(subject), subject.Text) ? made["type"].Text : null;
    }

    /// <summary><c>x * 2 == 5</c> and <c>(x &amp; 0) == 7</c>: what cannot be.</summary>
    static bool? OfBits(SyntaxNode node)
    {
        var left = Unwrapped(node["left"]);
        if (left.Kind != "binary_expression" || !long.TryParse(node["right"].Text, CultureInfo.InvariantCulture, out var asked) || !long.TryParse(left["right"].Text, CultureInfo.InvariantCulture, out var constant)) return null;
        var isNever = left["operator"].Kind switch
        {
            "*" => constant != 0 && asked % constant != 0 && (constant & 1) == 0 && (asked & 1) == 1,
            "&" => (asked & ~constant) != 0,
            "%" => constant > 0 && Math.Abs(asked) >= constant,
            _ => false,
        };
        return isNever ? node["operator"].Kind == "!=" : null;
    }

    /// <summary>A comparison of something with a whole number.</summary>
    readonly record struct Comparison(string Subject, string Operator, long Constant)
    {
        public static (Comparison Left, Comparison Right)? Of(SyntaxNode node) =>
            Read(Unwrapped(node["left"])) is { } left && Read(Unwrapped(node["right"])) is { } right && left.Subject == right.Subject ? (left, right) : null;

        static Comparison? Read(SyntaxNode node) =>
            node.Kind == "binary_expression" && (node["left"].Kind == "parenthesized_expression" || !node["left"].Text.Contains('(', StringComparison.Ordinal)) && long.TryParse(node["right"].Text, CultureInfo.InvariantCulture, out var constant)
                ? new Comparison(node["left"].Text, node["operator"].Kind, constant)
                : null;

        /// <summary>Whether nothing is like both.</summary>
        public static bool Exclude(Comparison left, Comparison right) => (left.Operator, right.Operator) switch
        {
            ("==", "==") => left.Constant != right.Constant,
            ("==", "!=") or ("!=", "==") => left.Constant == right.Constant,
            ("<" or "<=" or "==", ">" or ">=" or "==") => left.Most < right.Least,
            (">" or ">=", "<" or "<=" or "==") => right.Most < left.Least,
            _ => false,
        };

        /// <summary>Whether everything is like one of them.</summary>
        public static bool Cover(Comparison left, Comparison right) => (left.Operator, right.Operator) switch
        {
            ("!=", "!=") => left.Constant != right.Constant,
            ("==", "!=") or ("!=", "==") => left.Constant == right.Constant,
            ("<" or "<=", ">" or ">=") => right.Least <= left.Most + 1,
            (">" or ">=", "<" or "<=") => left.Least <= right.Most + 1,
            _ => false,
        };

        long Most => Operator == "<" ? Constant - 1 : Constant;

        long Least => Operator == ">" ? Constant + 1 : Constant;
    }
}
