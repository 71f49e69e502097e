using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Conditions that assign, statements that only look as if they belonged to a condition, and loops without a way out.</summary>
static class ConditionStructures
{
    public static void Observe(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        var condition = Unwrapped(node["condition"]);
        if (condition.Kind == "assignment_expression" && condition["operator"].Kind == "=") note("assignment-in-condition", node);
        if (node.Kind != "do_statement") ObserveBody(node, node.Kind == "if_statement" ? node["consequence"] : node["body"], note);
        if (node.Kind == "if_statement") DecidedConditions.Observe(node["condition"], note);
        if (node.Kind != "if_statement" && (IsEndless(node, condition) || TurningLoops.IsEndless(node, condition)) && !HasWayOut(node["body"], isInner: false)) note("endless-loop", node);
        NullStructures.ObserveCondition(condition, note);
    }

    static SyntaxNode Unwrapped(SyntaxNode node) => node.Kind is "parenthesized_expression" or "condition" ? Unwrapped(node.FirstNamed) : node;

    /// <summary>A lone semicolon before a block, and a second statement that is indented like the first.</summary>
    static void ObserveBody(SyntaxNode node, SyntaxNode body, Action<string, SyntaxNode> note)
    {
        var next = Next(node);
        if (!body.Exists || !next.Exists) return;
        if (body.Kind == ";" && next.Kind == "block") note("empty-branch", node);
        if (body.Kind is "block" or ";" || node["alternative"].Exists || body.Line == node.Line || next.Line == body.Line) return;
        if (Column(next) == Column(body) && Column(body) > Column(node)) note("misleading-indentation", next);
    }

    static SyntaxNode Next(SyntaxNode node)
    {
        var isFound = false;
        foreach (var sibling in node.Parent.All)
        {
            if (isFound && !sibling.IsComment) return sibling.IsNamed ? sibling : default;
            isFound |= sibling.Equals(node);
        }
        return default;
    }

    static int Column(SyntaxNode node) => node.Tree.ColumnAt(node.Start);

    static bool IsEndless(SyntaxNode node, SyntaxNode condition) => condition.Kind == "true" || node.Kind == "for_statement" && !condition.Exists;

    static bool HasWayOut(SyntaxNode node, bool isInner)
    {
        switch (node.Kind)
        {
            case "return_statement" or "throw_statement" or "yield_statement":
            case "break_statement" when !isInner || node.FirstNamed.Exists:
            case "method_invocation" when node["name"].Text is "exit" or "halt":
                return true;
            case "class_body" or "lambda_expression" or "class_declaration":
                return false;
        }
        var inside = isInner || node.Kind is "while_statement" or "for_statement" or "enhanced_for_statement" or "do_statement" or "switch_statement" or "switch_expression";
        foreach (var child in node.Named)
            if (HasWayOut(child, inside)) return true;
        return false;
    }
}
