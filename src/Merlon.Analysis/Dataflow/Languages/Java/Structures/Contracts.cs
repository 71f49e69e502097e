using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Overrides that do not do what the description of <c>java.lang.Object</c> and <c>Comparable</c> promises to every caller.</summary>
static class Contracts
{
    public static void Observe(SyntaxNode method, Action<string, SyntaxNode> note)
    {
        var (name, body, parameters) = (method["name"].Text, method["body"], method["parameters"].Named.ToList());
        if (!body.Exists || name is not ("toString" or "clone" or "equals" or "compareTo")) return;
        foreach (var given in Returned(body))
            if (IsBroken(name, parameters, given, body)) note("contract-broken", given.Parent);
    }

    static bool IsBroken(string name, List<SyntaxNode> parameters, SyntaxNode given, SyntaxNode body) => name switch
    {
        "toString" or "clone" => parameters.Count == 0 && given.Kind == "null_literal",
        "equals" => parameters is [var other] && other["type"].Text == "Object" && given.Kind is "true" or "false" && IsAll(body),
        "compareTo" => parameters.Count == 1 && IsAll(body) && (given.Kind == "decimal_integer_literal" && given.Text != "0" || given.Kind == "unary_expression"),
        _ => false,
    };

    /// <summary>Whether a body is one statement.</summary>
    static bool IsAll(SyntaxNode body) => body.Named.ToList().Count == 1;

    static IEnumerable<SyntaxNode> Returned(SyntaxNode node)
    {
        if (node.Kind is "class_body" or "lambda_expression") yield break;
        if (node.Kind == "return_statement" && node.FirstNamed.Exists) yield return node.FirstNamed;
        foreach (var child in node.Named.ToList())
            foreach (var inner in Returned(child)) yield return inner;
    }
}
