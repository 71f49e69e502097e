using System.Globalization;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Loops that wait for a counter to leave a range in which it turns for ever: <c>while (i >= 0) i = (i + 1) % 256;</c>, that set it to numbers
/// with which they go on, or that wait for a variable of the method which nothing in them changes.
/// </summary>
static class TurningLoops
{
    /// <summary>Whether the condition can never become false by what the loop does to its counter.</summary>
    public static bool IsEndless(SyntaxNode loop, SyntaxNode condition)
    {
        if (condition.Kind != "binary_expression" || condition["left"].Kind != "identifier" || !long.TryParse(condition["right"].Text, CultureInfo.InvariantCulture, out var limit)) return false;
        var (name, sets) = (condition["left"].Text, new List<SyntaxNode>());
        Collect(loop, name, sets);
        var comparison = condition["operator"].Kind;
        if (sets.Count == 0) return loop.Kind == "while_statement" && comparison is "<" or "<=" or ">" or ">=" && IsLocal(loop, name);
        return sets.TrueForAll(s => Constant(s) is { } number ? Holds(comparison, number, limit) : Modulus(s, name) is { } modulus && comparison switch
        {
            ">=" => limit <= 0,
            ">" => limit < 0,
            "<" => limit >= modulus,
            "<=" => limit >= modulus - 1,
            _ => false,
        });
    }

    static bool Holds(string comparison, long number, long limit) => comparison switch
    {
        ">=" => number >= limit,
        ">" => number > limit,
        "<" => number < limit,
        "<=" => number <= limit,
        "!=" => number != limit,
        "==" => number == limit,
        _ => false,
    };

    static long? Constant(SyntaxNode set) =>
        set.Kind == "assignment_expression" && set["operator"].Kind == "=" && long.TryParse(set["right"].Text, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a name is declared in a block around the loop: nobody else can change it.</summary>
    static bool IsLocal(SyntaxNode loop, string name)
    {
        for (var at = loop.Parent; at.Exists && at.Kind is not ("class_body" or "lambda_expression"); at = at.Parent)
            foreach (var statement in at.Named)
                if (statement.Kind == "local_variable_declaration")
                    foreach (var declared in statement.Named)
                        if (declared.Kind == "variable_declarator" && declared["name"].Text == name) return true;
        return false;
    }

    /// <summary>Every place in the loop that changes the variable, but for where a <c>for</c> starts it.</summary>
    static void Collect(SyntaxNode node, string name, List<SyntaxNode> sets)
    {
        if (node.Kind == "assignment_expression" && node["left"].Text == name || node.Kind == "update_expression" && node.FirstNamed.Text == name) sets.Add(node);
        foreach (var child in node.Named)
            if (child.Field != "init") Collect(child, name, sets);
    }

    /// <summary>The number that <c>i = (i + 1) % number</c> stays below.</summary>
    static long? Modulus(SyntaxNode set, string name)
    {
        var value = set.Kind == "assignment_expression" ? set["right"] : default;
        return value.Kind == "binary_expression" && value["operator"].Kind == "%" && value["left"].Text.Contains(name, StringComparison.Ordinal) && !value["left"].Text.Contains('-', StringComparison.Ordinal)
            && long.TryParse(value["right"].Text, CultureInfo.InvariantCulture, out var modulus) ? modulus : null;
    }
}
