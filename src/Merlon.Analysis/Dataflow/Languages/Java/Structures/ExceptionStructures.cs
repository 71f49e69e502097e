using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Handlers that say nothing, exceptions that say too little, and <c>finally</c> blocks that swallow.</summary>
static class ExceptionStructures
{
    static readonly string[] Generic = ["Exception", "Throwable", "RuntimeException", "Error", "java.lang.Exception", "java.lang.Throwable"];

    public static void ObserveCatch(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        var parameter = node.Child("catch_formal_parameter");
        var name = parameter["name"].Text;
        var isNamedSo = name.StartsWith("ignore", StringComparison.OrdinalIgnoreCase) || name.StartsWith("expected", StringComparison.OrdinalIgnoreCase) || name == "_";
        if (!node["body"].FirstNamed.Exists && !isNamedSo) note("empty-catch", node);
        foreach (var type in parameter.Child("catch_type").Named)
            if (Generic.Contains(type.Text)) note("general-catch", node);
            else if (type.Text is "NullPointerException" or "java.lang.NullPointerException") note("null-reference-caught", node);
    }

    public static void ObserveThrow(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        if (node.FirstNamed is { Kind: "object_creation_expression" } thrown && Generic.Contains(thrown["type"].Text)) note("general-throw", node);
    }

    public static void ObserveFinally(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        foreach (var child in node.Named) FindReturn(child, note);
    }

    static void FindReturn(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        if (node.Kind is "lambda_expression" or "class_body" or "class_declaration") return;
        if (node.Kind == "return_statement") note("return-in-finally", node);
        foreach (var child in node.Named) FindReturn(child, note);
    }
}
