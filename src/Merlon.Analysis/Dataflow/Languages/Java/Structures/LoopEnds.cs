using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Loops that go one too far: <c>i &lt;= array.length</c>, or the number that the array was made with.</summary>
static class LoopEnds
{
    public static void Observe(SyntaxNode loop, Action<string, SyntaxNode> note)
    {
        var condition = Locals.Unwrapped(loop["condition"]);
        if (condition.Kind != "binary_expression" || condition["operator"].Kind != "<=" || condition["left"].Kind != "identifier") return;
        if (Counted(condition["right"], loop) is { } isCounted && Locals.Within(loop["body"]).Any(n => Indexes(n, condition["left"].Text, isCounted))) note("off-by-one", condition);
    }

    /// <summary>Whether an expression is the length of a collection, as a test for its name; null when it is none.</summary>
    static Func<string, bool>? Counted(SyntaxNode limit, SyntaxNode loop) => limit.Kind switch
    {
        "field_access" when limit["field"].Text == "length" => name => name == limit["object"].Text,
        "method_invocation" when limit["name"].Text is "size" or "length" && !limit["arguments"].FirstNamed.Exists => name => name == limit["object"].Text,
        "decimal_integer_literal" => name => Locals.DeclaratorOf(loop, name)["value"] is { Kind: "array_creation_expression" } made && made.Child("dimensions_expr").FirstNamed.Text == limit.Text,
        _ => null,
    };

    static bool Indexes(SyntaxNode node, string index, Func<string, bool> isCounted) => node.Kind switch
    {
        "array_access" => node["index"].Text == index && isCounted(node["array"].Text),
        "method_invocation" when node["name"].Text is "get" or "charAt" or "elementAt" => node["arguments"].FirstNamed.Text == index && isCounted(node["object"].Text),
        _ => false,
    };
}
