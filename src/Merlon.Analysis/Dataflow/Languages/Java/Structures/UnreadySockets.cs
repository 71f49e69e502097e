using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Sockets that a method makes without an address, keeps to itself, never binds or connects, and uses all the same.</summary>
static class UnreadySockets
{
    public static void Observe(SyntaxNode body, Action<string, SyntaxNode> note)
    {
        foreach (var made in Locals.Within(body))
            if (made.Kind == "variable_declarator" && made["value"] is { Kind: "object_creation_expression" } value && value["type"].Text is "Socket" or "ServerSocket" && !value["arguments"].FirstNamed.Exists && FirstUse(body, made["name"].Text, made) is { Exists: true } use)
                note("used-before-ready", use);
    }

    /// <summary>The first call that needs an address; none where something may have given it one.</summary>
    static SyntaxNode FirstUse(SyntaxNode body, string name, SyntaxNode made)
    {
        var first = default(SyntaxNode);
        foreach (var node in Locals.Within(body))
        {
            if (node.Kind != "identifier" || node.Text != name || node.Parent.Equals(made)) continue;
            if (node.Parent.Kind != "method_invocation" || node.Field != "object") return default;
            var called = node.Parent["name"].Text;
            if (called is "bind" or "connect") return default;
            if (!first.Exists && called is "accept" or "getInputStream" or "getOutputStream") first = node.Parent;
        }
        return first;
    }
}
