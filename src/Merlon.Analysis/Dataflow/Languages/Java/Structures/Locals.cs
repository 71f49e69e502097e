using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Looks up, from a place in a method, what its local variables are declared as and where they are changed.</summary>
static class Locals
{
    /// <summary>In bytes.</summary>
    const int LongestSearched = 16_384;

    /// <summary>The declarator of a local variable that is in scope at a place; nothing for parameters and fields.</summary>
    public static SyntaxNode DeclaratorOf(SyntaxNode place, string name)
    {
        for (var (inner, outer) = (place, place.Parent); outer.Exists && !IsBoundary(outer); (inner, outer) = (outer, outer.Parent))
        {
            if (outer.Kind is not ("block" or "switch_block_statement_group" or "for_statement")) continue;
            foreach (var statement in outer.Named)
            {
                if (statement.Start >= inner.Start) break;
                if (statement.Kind == "local_variable_declaration" && Declarator(statement, name) is { Exists: true } found) return found;
            }
        }
        return default;
    }

    /// <summary>The body of the method, constructor or lambda that holds a place; nothing when it is too long to be searched for each of its places.</summary>
    public static SyntaxNode BodyAround(SyntaxNode place)
    {
        var around = place;
        while (around.Parent.Exists && !IsBoundary(around.Parent)) around = around.Parent;
        return around.End - around.Start > LongestSearched ? default : around;
    }

    /// <summary>Whether anything below a node may change a variable after its declaration.</summary>
    public static bool Changes(SyntaxNode node, string name)
    {
        if (!node.Exists) return true;
        if (node.Kind == "assignment_expression" && node["left"].Text == name || node.Kind == "update_expression" && node.FirstNamed.Text == name) return true;
        foreach (var child in node.Named)
            if (Changes(child, name)) return true;
        return false;
    }

    public static SyntaxNode Unwrapped(SyntaxNode node) => node.Kind is "parenthesized_expression" or "condition" ? Unwrapped(node.FirstNamed) : node;

    /// <summary>A node and all below it.</summary>
    public static List<SyntaxNode> Within(SyntaxNode node)
    {
        var found = new List<SyntaxNode>();
        if (node.Exists) Collect(node, found);
        return found;
    }

    static void Collect(SyntaxNode node, List<SyntaxNode> found)
    {
        found.Add(node);
        foreach (var child in node.Named) Collect(child, found);
    }

    static bool IsBoundary(SyntaxNode node) => node.Kind is "method_declaration" or "constructor_declaration" or "lambda_expression" or "class_body";

    static SyntaxNode Declarator(SyntaxNode declaration, string name)
    {
        foreach (var child in declaration.Named)
            if (child.Kind == "variable_declarator" && child["name"].Text == name) return child;
        return default;
    }
}
