using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Switch statements that fall through by accident or have no answer for other values.</summary>
static class SwitchStructures
{
    public static void Observe(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        var groups = node["body"].Named.ToList();
        if (groups.Count == 0 || groups.Exists(g => g.Kind == "switch_rule")) return;
        if (!groups.Exists(g => g.Named.ToList().Exists(l => l.Kind == "switch_label" && l.Child("default").Exists))) note("switch-without-default", node);
        for (var i = 0; i + 1 < groups.Count; i++)
        {
            var statements = groups[i].Named.ToList().FindAll(c => c.Kind != "switch_label");
            if (statements.Count > 0 && !Leaves(statements[^1]) && !IsCommented(groups[i], statements[^1].End)) note("fall-through", groups[i]);
        }
    }

    /// <summary>Whether control never goes on behind a statement.</summary>
    static bool Leaves(SyntaxNode statement) => statement.Kind switch
    {
        "break_statement" or "return_statement" or "throw_statement" or "continue_statement" or "yield_statement" => true,
        "block" => statement.Named.ToList() is [.., var last] && Leaves(last),
        "if_statement" => statement["alternative"].Exists && Leaves(statement["consequence"]) && Leaves(statement["alternative"]),
        "synchronized_statement" => Leaves(statement["body"]),
        "while_statement" => statement["condition"].Text.Contains("true", StringComparison.Ordinal),
        "for_statement" => !statement["condition"].Exists,
        "try_statement" or "try_with_resources_statement" => LeavesTry(statement),
        "switch_statement" or "switch_expression" or "do_statement" or "labeled_statement" => true,
        "expression_statement" => statement.FirstNamed is { Kind: "method_invocation" } call && call["name"].Text is "exit" or "fail",
        _ => false,
    };

    static bool LeavesTry(SyntaxNode statement) =>
        statement.Child("finally_clause").Child("block") is { Exists: true } last && Leaves(last)
        || Leaves(statement["body"]) && statement.Named.ToList().FindAll(c => c.Kind == "catch_clause").TrueForAll(c => Leaves(c["body"]));

    /// <summary>Whether a comment at the end tells that falling through is meant.</summary>
    static bool IsCommented(SyntaxNode group, int end)
    {
        foreach (var child in group.All)
            if (child.IsComment && child.Start >= end && child.Text.Contains("fall", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
