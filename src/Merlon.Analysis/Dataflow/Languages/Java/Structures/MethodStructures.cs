using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>What is seen of a method as a whole: resources it leaves open, variables it never reads, and what it must not do in a server.</summary>
static class MethodStructures
{
    public static void Observe(JavaClass type, JavaMethod method, Action<string, SyntaxNode> note)
    {
        var body = method.Node["body"];
        if (!body.Exists) return;
        new ResourceUses(note).Observe(body);
        UnusedVariables.Observe(body, note);
        if (type.File.Mentions("createTempFile") || type.File.Mentions("new char[") || type.File.Mentions("assword = ")) new VariableUses(note).Observe(body);
        if (type.File.Mentions("ServerSocket") || type.File.Mentions("InetSocketAddress")) ServerStructures.ObservePorts(body, note);
        if (LoginStructures.MayBeIn(type.File)) LoginStructures.Observe(body, note);
        SelfCalls.Observe(method, body, note);
        if (method.Function.Parameters.Any(p => p.Type is { } name && (name.EndsWith(".HttpServletRequest", StringComparison.Ordinal) || name.EndsWith(".ServletRequest", StringComparison.Ordinal)))) ObserveInServer(type, method, body, note, isLocked: false, isTried: false);
        if (method.Function is { Name: "main", IsStatic: true, Parameters: [{ Type: "java.lang.String[]" }] }) ObserveThrows(body, n => note("unhandled-in-main", n));
        if (IsServlet(type) && method.Function.Name is "doGet" or "doPost" or "doPut" or "doDelete" or "service") ObserveThrows(body, n => note("unhandled-in-server", n));
        ObserveOverride(method, body, note);
        SingletonStructures.Observe(type, method.Node, note);
        ExposedArrays.Observe(type, method, note);
        Contracts.Observe(method.Node, note);
        if (type.File.Mentions("Socket()")) UnreadySockets.Observe(body, note);
    }

    /// <summary>What is thrown here and not caught here.</summary>
    static void ObserveThrows(SyntaxNode node, Action<SyntaxNode> note)
    {
        if (node.Kind is "lambda_expression" or "class_body" || node.Kind == "try_statement" && node.Child("catch_clause").Exists) return;
        if (node.Kind == "throw_statement") note(node);
        foreach (var child in node.Named) ObserveThrows(child, note);
    }

    static void ObserveInServer(JavaClass type, JavaMethod method, SyntaxNode node, Action<string, SyntaxNode> note, bool isLocked, bool isTried)
    {
        if (node.Kind == "method_invocation" && node["name"].Text is "exit" or "halt" && node["object"].Text is "System" or "Runtime.getRuntime()") note("exit-in-server", node);
        if (node.Kind == "object_creation_expression" && node["type"].Text == "Thread") note("thread-in-server", node);
        if (node.Kind == "object_creation_expression" && node["type"].Text is "Socket" or "ServerSocket") note("socket-in-server", node);
        if (node.Kind == "method_invocation" && node["object"].Text == "DriverManager" && node["name"].Text == "getConnection") note("connection-in-server", node);
        if (node.Kind is "try_statement" && node.Child("catch_clause").Exists) isTried = true;
        if (!isTried && node.Kind == "method_invocation" && node["object"].Text == "InetAddress" && node["name"].Text is "getByName" or "getAllByName") note("unhandled-in-server", node);
        if (!isLocked && (node.Kind is "assignment_expression" or "update_expression") && IsServlet(type) && IsField(type, method, node.Kind == "update_expression" ? node.FirstNamed : node["left"])) note("servlet-field-written", node);
        foreach (var child in node.Named) ObserveInServer(type, method, child, note, isLocked || node.Kind == "synchronized_statement", isTried);
    }

    static bool IsServlet(JavaClass type) => type.Declaration.Supertypes.Any(s => s.EndsWith("Servlet", StringComparison.Ordinal));

    static bool IsField(JavaClass type, JavaMethod method, SyntaxNode target)
    {
        var name = target.Kind == "field_access" && target["object"].Kind == "this" ? target["field"].Text : target.Kind == "identifier" ? target.Text : "";
        return type.FieldTypes.ContainsKey(name) && method.Function.Parameters.All(p => p.Name != name);
    }

    static void ObserveOverride(JavaMethod method, SyntaxNode body, Action<string, SyntaxNode> note)
    {
        var name = method.Function.Name;
        if (method.Function.Parameters.Length > 0 || method.Function.IsStatic || name is not ("clone" or "finalize")) return;
        if (!body.Text.Contains($"super.{name}", StringComparison.Ordinal) && !body.Text.Contains("throw ", StringComparison.Ordinal)) note(name == "clone" ? "clone-without-super" : "finalize-without-super", method.Node["name"]);
    }
}
