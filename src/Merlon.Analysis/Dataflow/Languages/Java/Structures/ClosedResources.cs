using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// What statements of one block do, one after the other, to a resource that one of them has closed: they close it again, or go on reading and writing.
/// </summary>
static class ClosedResources
{
    static readonly string[] Uses = ["read", "write", "print", "ready", "skip", "flush", "append", "execute", "next", "prepare", "createStatement", "commit", "getInputStream", "getOutputStream", "accept", "send", "receive"];

    public static void Observe(SyntaxNode block, Action<string, SyntaxNode> note)
    {
        var closed = new HashSet<string>();
        foreach (var statement in block.Named)
        {
            if (closed.Count > 0) Look(statement, closed, note);
            if (ClosedBy(statement) is { } name) closed.Add(name);
        }
    }

    static void Look(SyntaxNode node, HashSet<string> closed, Action<string, SyntaxNode> note)
    {
        if (node.Kind is "lambda_expression" or "class_body") return;
        if (node.Kind == "assignment_expression") closed.Remove(node["left"].Text);
        foreach (var child in node.Named) Look(child, closed, note);
        if (node.Kind != "method_invocation" || node["object"] is not { Kind: "identifier" } subject || !closed.Contains(subject.Text)) return;
        if (ClosedBy(node.Parent) == subject.Text) note("closed-twice", node);
        else if (Array.Exists(Uses, u => node["name"].Text.StartsWith(u, StringComparison.Ordinal)) && ResourceUses.IsDeclaredAsOne(subject)) note("used-when-closed", node);
    }

    /// <summary>The variable that a statement closes, and does nothing else.</summary>
    static string? ClosedBy(SyntaxNode statement) =>
        statement.Kind == "expression_statement" && statement.FirstNamed is { Kind: "method_invocation" } call && call["name"].Text == "close"
        && !call["arguments"].FirstNamed.Exists && call["object"].Kind == "identifier" ? call["object"].Text : null;
}
