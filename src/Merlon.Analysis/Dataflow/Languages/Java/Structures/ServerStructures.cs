using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>What code of a server does out of order: it goes on after a redirect, takes a port twice, or lets a host's name decide.</summary>
static class ServerStructures
{
    public static void ObserveStatement(SyntaxNode node, Action<string, SyntaxNode> note)
    {
        if (node.FirstNamed is not { Kind: "method_invocation" } call || call["name"].Text != "sendRedirect") return;
        if (Following(node) is { Exists: true } next && next.Kind is not ("return_statement" or "throw_statement" or "break_statement" or "continue_statement")) note("redirect-goes-on", node);
    }

    /// <summary>The statement that runs after this one, where that can be seen.</summary>
    static SyntaxNode Following(SyntaxNode statement)
    {
        var isFound = false;
        foreach (var sibling in statement.Parent.Named)
        {
            if (isFound) return sibling.Kind is "catch_clause" or "finally_clause" ? default : sibling;
            isFound |= sibling.Equals(statement);
        }
        return statement.Parent.Kind is "block" or "if_statement" ? Following(statement.Parent) : default;
    }

    /// <summary>Two sockets of a method that are bound to one port while both are open.</summary>
    public static void ObservePorts(SyntaxNode body, Action<string, SyntaxNode> note)
    {
        var bound = new Dictionary<string, string>();
        foreach (var node in Descendants(body))
        {
            if (node.Kind == "method_invocation" && node["name"].Text == "close") Release(bound, node["object"].Text);
            else if (Binding(node) is var (socket, port) && !bound.TryAdd(port, socket) && bound[port] != socket) note("port-bound-twice", node);
        }
    }

    static void Release(Dictionary<string, string> bound, string socket)
    {
        foreach (var (port, _) in bound.Where(b => b.Value == socket).ToList()) bound.Remove(port);
    }

    static (string Socket, string Port)? Binding(SyntaxNode node)
    {
        if (node.Kind == "method_invocation" && node["name"].Text == "bind" && node["arguments"].FirstNamed is { Kind: "object_creation_expression" } address && address["type"].Text == "InetSocketAddress")
            return Port(address) is { } port ? (node["object"].Text, port) : null;
        if (node.Kind == "variable_declarator" && node["value"] is { Kind: "object_creation_expression" } made && made["type"].Text == "ServerSocket")
            return Port(made) is { } own ? (node["name"].Text, own) : null;
        if (node.Kind == "assignment_expression" && node["right"] is { Kind: "object_creation_expression" } assigned && assigned["type"].Text == "ServerSocket")
            return Port(assigned) is { } later ? (node["left"].Text, later) : null;
        return null;
    }

    static string? Port(SyntaxNode made) => made["arguments"].Named.ToList() is [.., var last] && last.Kind == "decimal_integer_literal" && last.Text != "0" ? last.Text : null;

    static IEnumerable<SyntaxNode> Descendants(SyntaxNode node)
    {
        foreach (var child in node.Named.ToList())
        {
            yield return child;
            foreach (var inner in Descendants(child)) yield return inner;
        }
    }
}
