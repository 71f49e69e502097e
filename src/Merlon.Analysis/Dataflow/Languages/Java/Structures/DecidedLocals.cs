using System.Globalization;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Conditions about a local variable that is set where it is declared, to a constant, and never again: <c>String s = null; if (s != null)</c>.
/// One that is declared <c>final</c> is a switch of the programmer's, and is meant to be so.
/// </summary>
static class DecidedLocals
{
    public static void Observe(SyntaxNode condition, Action<string, SyntaxNode> note)
    {
        if (Decided(Locals.Unwrapped(condition)) is { } truth) note(truth ? "always-true" : "always-false", condition.Parent);
    }

    static bool? Decided(SyntaxNode node) => node.Kind switch
    {
        "identifier" => ConstantOf(node) is { Kind: "true" or "false" } constant ? constant.Kind == "true" : null,
        "unary_expression" when node["operator"].Kind == "!" => !Decided(Locals.Unwrapped(node["operand"])),
        "binary_expression" => OfComparison(node["operator"].Kind, ConstantOf(node["left"]), node["right"]),
        "method_invocation" when node["name"].Text == "equals" => OfTexts(ConstantOf(node["object"]), node["arguments"].FirstNamed),
        _ => null,
    };

    static bool? OfComparison(string op, SyntaxNode left, SyntaxNode right)
    {
        if (left.Exists && right.Kind == "identifier") right = ConstantOf(right);
        if (!left.Exists || !right.Exists || left.Kind is "null_literal" != right.Kind is "null_literal" || right.Kind is "true" or "false") return null;
        if (left.Kind is "null_literal" or "string_literal") return op is "==" or "!=" ? left.Text == right.Text == (op == "==") : null;
        if (!TryNumber(left, out var first) || !TryNumber(right, out var second)) return null;
        return op switch { "==" => first == second, "!=" => first != second, "<" => first < second, "<=" => first <= second, ">" => first > second, ">=" => first >= second, _ => null };
    }

    static bool? OfTexts(SyntaxNode left, SyntaxNode right)
    {
        if (right.Kind == "identifier") right = ConstantOf(right);
        return left.Kind == "string_literal" && right.Kind == "string_literal" ? left.Text == right.Text : null;
    }

    static bool TryNumber(SyntaxNode node, out long number) => long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>The literal that a local variable always holds.</summary>
    static SyntaxNode ConstantOf(SyntaxNode variable)
    {
        if (variable.Kind != "identifier" || Locals.DeclaratorOf(variable, variable.Text) is not { Exists: true } declarator) return default;
        var isLiteral = declarator["value"].Kind is "null_literal" or "string_literal" or "decimal_integer_literal" or "true" or "false";
        return isLiteral && !Modifiers.Has(declarator.Parent, "final") && !Locals.Changes(Locals.BodyAround(variable), variable.Text) ? declarator["value"] : default;
    }
}
