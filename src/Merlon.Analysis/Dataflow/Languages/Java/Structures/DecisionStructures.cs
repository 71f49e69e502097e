using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Conditions that believe what the browser says of itself: the page that it came from, and what a cookie holds.</summary>
static class DecisionStructures
{
    static readonly HashSet<string> Comparisons = ["equals", "equalsIgnoreCase", "contentEquals", "startsWith", "endsWith", "contains", "matches"];

    public static void Observe(SyntaxNode conditional, Action<string, SyntaxNode> note)
    {
        foreach (var call in Locals.Within(conditional["condition"]))
        {
            if (call.Kind != "method_invocation" || !Comparisons.Contains(call["name"].Text)) continue;
            var (left, right) = (call["object"], call["arguments"].FirstNamed);
            if (left.Kind != "string_literal" && right.Kind != "string_literal") continue;
            var subject = Meaning(left.Kind == "string_literal" ? right : left);
            if (IsReferer(subject)) note("referer-decides", conditional);
            else if (call["name"].Text is "equals" or "equalsIgnoreCase" && IsCookie(subject)) note("cookie-decides", conditional);
        }
    }

    /// <summary>A local variable by its first value, when it has only that one.</summary>
    static SyntaxNode Meaning(SyntaxNode node) =>
        node.Kind == "identifier" && Locals.DeclaratorOf(node, node.Text) is { Exists: true } declarator && !Locals.Changes(Locals.BodyAround(node), node.Text) ? declarator["value"] : node;

    static bool IsReferer(SyntaxNode node) =>
        node.Kind == "method_invocation" && node["name"].Text == "getHeader" && node["arguments"].FirstNamed is { Kind: "string_literal" } name && name.Text.Trim('"').Equals("referer", StringComparison.OrdinalIgnoreCase);

    static bool IsCookie(SyntaxNode node) =>
        node.Kind == "method_invocation" && node["name"].Text == "getValue" && !node["arguments"].FirstNamed.Exists && node["object"] is { Kind: "identifier" } subject && subject.Text.Contains("cookie", StringComparison.OrdinalIgnoreCase);
}
