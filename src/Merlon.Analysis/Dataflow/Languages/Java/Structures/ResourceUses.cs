using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Follows the local variables of a method that hold a resource made there: whether it is closed at all, and whether also when something throws.
/// What is handed on, returned or kept elsewhere is somebody else's to close.
/// </summary>
sealed class ResourceUses(Action<string, SyntaxNode> note)
{
    static readonly HashSet<string> Types =
    [
        "FileInputStream", "FileOutputStream", "FileReader", "FileWriter", "RandomAccessFile", "BufferedReader", "BufferedWriter", "InputStreamReader", "OutputStreamWriter",
        "ObjectInputStream", "ObjectOutputStream", "PrintWriter", "PrintStream", "Socket", "ServerSocket", "DatagramSocket", "ZipFile", "JarFile", "Formatter",
    ];

    static readonly HashSet<string> Makers = ["getConnection", "prepareStatement", "createStatement", "openConnection", "executeQuery", "accept"];

    /// <summary>What a database gives, whichever class of the program hands it out.</summary>
    static readonly HashSet<string> Database = ["Connection", "Statement", "PreparedStatement", "CallableStatement", "ResultSet"];

    readonly Dictionary<string, SyntaxNode> made = [];
    readonly Dictionary<string, SyntaxNode> closed = [];
    readonly HashSet<string> elsewhere = [], safe = [];

    public void Observe(SyntaxNode body)
    {
        Walk(body, isFinally: false);
        foreach (var (name, place) in made)
            if (elsewhere.Contains(name) || safe.Contains(name)) continue;
            else if (!closed.TryGetValue(name, out var close)) note("resource-left-open", place);
            else note("resource-closed-on-success-only", close);
    }

    void Walk(SyntaxNode node, bool isFinally)
    {
        switch (node.Kind)
        {
            case "variable_declarator" when IsResource(node["value"]) || IsFromDatabase(node["value"], node):
                made.TryAdd(node["name"].Text, node);
                break;
            case "assignment_expression" when node["left"].Kind == "identifier" && (IsResource(node["right"]) || IsFromDatabase(node["right"], node)):
                made.TryAdd(node["left"].Text, node);
                break;
            case "assignment_expression" or "variable_declarator":
                HandOn(node.Kind == "variable_declarator" ? node["value"] : node["right"]);
                break;
            case "return_statement" or "lambda_expression" or "array_initializer":
                HandOn(node);
                break;
            case "argument_list":
                foreach (var argument in node.Named) HandOn(argument);
                break;
            case "method_invocation" when node["name"].Text is "close" or "disconnect":
                Close(node["object"].Text, node, isFinally);
                break;
            case "resource":
                return;
        }
        foreach (var child in node.Named) Walk(child, isFinally || node.Kind == "finally_clause");
    }

    /// <summary>Whether a local variable is declared as a resource of the platform.</summary>
    public static bool IsDeclaredAsOne(SyntaxNode variable) =>
        Locals.DeclaratorOf(variable, variable.Text) is { Exists: true } declarator && declarator.Parent["type"].Text is var type && (Types.Contains(type) || Database.Contains(type)) && !declarator["value"].Text.Contains("Array", StringComparison.Ordinal);

    /// <summary>A resource around nothing but memory need not be closed.</summary>
    public static bool IsResource(SyntaxNode value) =>
        value.Kind == "object_creation_expression" && Types.Contains(value["type"].Text) && !value["arguments"].Text.Contains("Array", StringComparison.Ordinal) && !value["arguments"].Text.Contains("System.", StringComparison.Ordinal) && !value["arguments"].Text.Contains("StringWriter", StringComparison.Ordinal)
        || value.Kind == "method_invocation" && Makers.Contains(value["name"].Text) && value["object"].Exists && value["name"].Text is "getConnection" or "accept" && value["object"].Text is not "this";

    static bool IsFromDatabase(SyntaxNode value, SyntaxNode set) =>
        value.Kind == "method_invocation" && value["name"].Text is var name
        && (Makers.Contains(name) || name == "prepareCall" || name.StartsWith("open", StringComparison.Ordinal) || name.StartsWith("get", StringComparison.Ordinal) && name.EndsWith("Connection", StringComparison.Ordinal))
        && Database.Contains((set.Kind == "variable_declarator" ? set : Locals.DeclaratorOf(set, set["left"].Text)).Parent["type"].Text);

    void HandOn(SyntaxNode node)
    {
        if (node.Kind == "identifier") elsewhere.Add(node.Text);
        if (node.Kind is "return_statement" or "lambda_expression" or "array_initializer" or "cast_expression" or "parenthesized_expression" or "ternary_expression")
            foreach (var child in node.Named) HandOn(child);
    }

    void Close(string name, SyntaxNode node, bool isFinally)
    {
        if (isFinally) safe.Add(name);
        else closed.TryAdd(name, node);
    }
}
