using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Sockets and listeners that a function makes, keeps to itself, never binds, connects or starts, and uses all the same.</summary>
static class UnreadySockets
{
    static readonly Dictionary<string, (string[] Readies, string[] Needs)> Steps = new(StringComparer.Ordinal)
    {
        ["TcpListener"] = (["Start"], ["AcceptTcpClient", "AcceptTcpClientAsync", "AcceptSocket", "AcceptSocketAsync"]),
        ["TcpClient"] = (["Connect", "ConnectAsync", "BeginConnect"], ["GetStream"]),
        ["Socket"] = (["Bind", "Connect", "ConnectAsync", "BeginConnect"], ["Listen", "Accept", "AcceptAsync"]),
        ["HttpListener"] = (["Start"], ["GetContext", "GetContextAsync"]),
    };

    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var local in body.Syntax.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            if (local.Initializer?.Value is ObjectCreationExpressionSyntax { Initializer: null } made && Steps.TryGetValue(made.Type.ToString(), out var steps)
                && (made.Type.ToString() != "TcpClient" || made.ArgumentList is { Arguments.Count: 0 }) && FirstUse(local, body.Syntax, steps.Readies, steps.Needs) is { } use) yield return ("used-before-ready", use);
    }

    /// <summary>The first call that needs it to be ready; none where something may have made it so.</summary>
    static SyntaxNode? FirstUse(VariableDeclaratorSyntax local, SyntaxNode body, string[] readies, string[] needs)
    {
        SyntaxNode? first = null;
        foreach (var name in body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != local.Identifier.ValueText) continue;
            if (name.Parent is not MemberAccessExpressionSyntax { Parent: var outer, Name.Identifier.ValueText: var called } access || access.Expression != name) return null;
            if (readies.Contains(called) || outer is not InvocationExpressionSyntax && called == "Client") return null;
            if (first is null && needs.Contains(called)) first = access.Parent;
        }
        return first;
    }
}
