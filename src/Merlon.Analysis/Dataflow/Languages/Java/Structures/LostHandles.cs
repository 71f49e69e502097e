using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Local variables that get a second resource while the first is open: statements of one block, with nothing between them that closes the first or
/// hands it on. Nothing names the first any more, so nobody can close it.
/// </summary>
static class LostHandles
{
    public static void Observe(SyntaxNode block, Action<string, SyntaxNode> note)
    {
        Dictionary<string, SyntaxNode>? open = null;
        foreach (var statement in block.Named)
        {
            var (name, value) = Made(statement);
            if (open is not null) Forget(statement, name, open);
            if (!ResourceUses.IsResource(value)) continue;
            open ??= [];
            if (open.ContainsKey(name)) note("handle-lost", statement);
            open[name] = statement;
        }
    }

    /// <summary>What a statement sets, and to what.</summary>
    static (string Name, SyntaxNode Value) Made(SyntaxNode statement) => statement.Kind switch
    {
        "local_variable_declaration" when statement.Child("variable_declarator") is var declarator => (declarator["name"].Text, declarator["value"]),
        "expression_statement" when statement.FirstNamed is { Kind: "assignment_expression" } set && set["left"].Kind == "identifier" => (set["left"].Text, set["right"]),
        _ => ("", default),
    };

    /// <summary>A variable that a statement does more with than to ask its object for something is open no more, as far as this block can tell.</summary>
    static void Forget(SyntaxNode statement, string set, Dictionary<string, SyntaxNode> open)
    {
        foreach (var node in Locals.Within(statement))
        {
            if (node.Kind != "identifier" || !open.ContainsKey(node.Text)) continue;
            var isAsked = node.Parent.Kind == "method_invocation" && node.Field == "object" && node.Parent["name"].Text is not ("close" or "disconnect");
            var isSet = node.Text == set && node.Field is "left" or "name";
            if (!isAsked && !isSet) open.Remove(node.Text);
        }
    }
}
