using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Tests for null that come too late or protect nothing.</summary>
static class NullStructures
{
    /// <summary><c>x != null &amp; x.f()</c>: both sides are evaluated.</summary>
    public static void ObserveCondition(SyntaxNode condition, Action<string, SyntaxNode> note)
    {
        if (condition.Kind != "binary_expression" || condition["operator"].Kind is not ("&" or "|")) return;
        if (TestedForNull(Unwrapped(condition["left"])) is { } name && Uses(condition["right"], name)) note("null-test-without-effect", condition);
    }

    /// <summary>A variable that is used, and then tested for null without a change in between.</summary>
    public static void ObserveBlock(SyntaxNode block, Action<string, SyntaxNode> note)
    {
        var before = new List<SyntaxNode>();
        foreach (var statement in block.Named)
        {
            if (statement.Kind == "if_statement" && TestedForNull(Unwrapped(statement["condition"])) is { } tested && IsUsedIn(before, tested)) note("null-test-too-late", statement);
            if (statement.Kind is not ("expression_statement" or "local_variable_declaration")) before.Clear();
            if (statement.Kind is "expression_statement" or "local_variable_declaration" or "if_statement") before.Add(statement);
        }
    }

    /// <summary>Whether a variable is used as an object by the last of these statements, up to the one that sets it.</summary>
    static bool IsUsedIn(List<SyntaxNode> statements, string name)
    {
        for (var i = statements.Count - 1; i >= 0 && !Assigns(statements[i], name); i--)
            if (SurelyUses(statements[i].Kind == "if_statement" ? statements[i]["condition"] : statements[i], name)) return true;
        return false;
    }

    static SyntaxNode Unwrapped(SyntaxNode node) => node.Kind is "parenthesized_expression" or "condition" ? Unwrapped(node.FirstNamed) : node;

    static string? TestedForNull(SyntaxNode node) =>
        node.Kind == "binary_expression" && node["operator"].Kind is "!=" or "==" && node["right"].Kind == "null_literal" && node["left"].Kind == "identifier" ? node["left"].Text : null;

    static bool Uses(SyntaxNode node, string name)
    {
        if (IsUse(node, out var used) && used == name) return true;
        foreach (var child in node.Named)
            if (Uses(child, name)) return true;
        return false;
    }

    static bool IsUse(SyntaxNode node, out string name)
    {
        var subject = node.Kind is "method_invocation" or "field_access" ? node["object"] : default;
        name = subject.Text;
        return subject.Kind == "identifier" && char.IsLower(name[0]);
    }

    /// <summary>Whether a statement uses a variable whatever its conditions are.</summary>
    static bool SurelyUses(SyntaxNode node, string name)
    {
        if (node.Kind is "lambda_expression" or "class_body" or "ternary_expression" || node.Kind == "binary_expression" && (node["operator"].Kind is "&&" or "||")) return false;
        if (IsUse(node, out var used) && used == name) return true;
        foreach (var child in node.Named)
            if (SurelyUses(child, name)) return true;
        return false;
    }

    static bool Assigns(SyntaxNode node, string name)
    {
        if (node.Kind == "assignment_expression" && node["left"].Text == name || node.Kind == "variable_declarator" && node["name"].Text == name) return true;
        foreach (var child in node.Named)
            if (Assigns(child, name)) return true;
        return false;
    }
}
