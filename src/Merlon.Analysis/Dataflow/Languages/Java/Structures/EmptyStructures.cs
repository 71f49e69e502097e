using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Statements that do nothing: empty blocks and branches, lone semicolons, and a variable set to itself.</summary>
static class EmptyStructures
{
    public static void Observe(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        switch (node.Kind)
        {
            case "if_statement":
                if (IsEmpty(node["consequence"])) note(TellsOfFailure(node["condition"]) ? "empty-error-branch" : "empty-block", node);
                if (IsEmpty(node["alternative"])) note("empty-block", node["alternative"]);
                break;
            case "while_statement" or "do_statement" or "for_statement" or "enhanced_for_statement" when IsEmpty(node["body"]):
                note("empty-block", node);
                break;
            case "switch_expression" or "switch_statement" when !node["body"].Named.ToList().Exists(HasStatements):
                note("empty-block", node);
                break;
            case "block":
                foreach (var child in node.All)
                    if (child.Kind == ";" || IsEmpty(child)) note("empty-block", child);
                break;
            case "assignment_expression" when node["operator"].Kind == "=" && node["left"].Kind == "identifier" && node["right"].Kind == "identifier" && node["left"].Text == node["right"].Text:
                note("self-assignment", node);
                break;
        }
    }

    public static bool IsEmpty(SyntaxNode node) => node.Kind == "block" && !node.FirstNamed.Exists;

    static bool HasStatements(SyntaxNode group) => group.Kind != "switch_block_statement_group" || group.Named.ToList().Exists(s => s.Kind is not ("switch_label" or "break_statement"));

    /// <summary>Whether it asks if a call that says how it went did not succeed.</summary>
    static bool TellsOfFailure(SyntaxNode condition) => condition.Kind switch
    {
        "parenthesized_expression" or "condition" => TellsOfFailure(condition.FirstNamed),
        "unary_expression" => condition["operator"].Kind == "!" && condition["operand"].Kind == "method_invocation",
        "binary_expression" => condition["left"].Kind == "method_invocation" && condition["right"].Kind is "false" or "null_literal",
        _ => false,
    };
}
