using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Two sockets of a function that are bound to one port while both are open.</summary>
static partial class Ports
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        var bound = new Dictionary<string, string>();
        foreach (var node in body.Syntax.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Close" or "Stop" or "Dispose" } closing })
                foreach (var (port, _) in bound.Where(b => b.Value == closing.Expression.ToString()).ToList()) bound.Remove(port);
            else if (Binding(node) is var (socket, taken) && !bound.TryAdd(taken, socket) && bound[taken] != socket) yield return ("port-bound-twice", node);
        }
    }

    static (string Socket, string Port)? Binding(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Bind" } access, ArgumentList.Arguments: [{ Expression: var address }] } => With(access.Expression.ToString(), Written.Meaning(address)),
        VariableDeclaratorSyntax { Initializer.Value: ObjectCreationExpressionSyntax { Type: var made } listener } local when made.ToString().EndsWith("TcpListener", StringComparison.Ordinal) => With(local.Identifier.ValueText, listener.ToString()),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: ObjectCreationExpressionSyntax { Type: var made } listener } when made.ToString().EndsWith("TcpListener", StringComparison.Ordinal) => With(target.Identifier.ValueText, listener.ToString()),
        _ => null,
    };

    static (string, string)? With(string socket, string address) => Port().Match(address) is { Success: true, Groups: [_, var port] } && port.Value != "0" ? (socket, port.Value) : null;

    [GeneratedRegex(@",\s*(\d+)\s*\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Port();
}
