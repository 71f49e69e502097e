using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Local variables that are declared, and neither set nor read.</summary>
static class UnusedVariables
{
    public static void Observe(SyntaxNode body, Action<string, SyntaxNode> note)
    {
        var (unset, named) = (new List<SyntaxNode>(), new Dictionary<string, int>());
        Walk(body, unset, named);
        foreach (var declarator in unset)
            if (named[declarator["name"].Text] == 1) note("unused-value", declarator);
    }

    static void Walk(SyntaxNode node, List<SyntaxNode> unset, Dictionary<string, int> named)
    {
        if (node.Kind == "identifier") named[node.Text] = named.GetValueOrDefault(node.Text) + 1;
        if (node.Kind == "variable_declarator" && !node["value"].Exists && node.Parent.Kind == "local_variable_declaration") unset.Add(node);
        foreach (var child in node.Named) Walk(child, unset, named);
    }
}
