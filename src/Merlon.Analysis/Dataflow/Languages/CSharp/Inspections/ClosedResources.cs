using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// What statements of one block do, one after the other, to a resource that one of them has closed: they close it again, or go on reading and writing.
/// </summary>
static class ClosedResources
{
    static readonly string[] Uses = ["Read", "Write", "Flush", "Peek", "Execute", "Send", "Receive", "Accept", "BeginTransaction", "CreateCommand", "Seek", "CopyTo"];

    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var block in body.DescendantsAndSelf().OfType<IBlockOperation>())
        {
            var closed = new HashSet<string>();
            foreach (var statement in block.Operations.Select(o => o.Syntax))
            {
                if (closed.Count > 0)
                    foreach (var found in After(statement, closed)) yield return found;
                if (ClosedBy(statement) is { } name) closed.Add(name);
            }
        }
    }

    static IEnumerable<(string Name, SyntaxNode Place)> After(SyntaxNode statement, HashSet<string> closed)
    {
        foreach (var node in statement.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax))
            if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax set }) closed.Remove(set.Identifier.ValueText);
            else if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax subject, Name.Identifier.ValueText: var method } } call && closed.Contains(subject.Identifier.ValueText))
            {
                if (ClosedBy(call.Parent) == subject.Identifier.ValueText) yield return ("closed-twice", call);
                else if (Array.Exists(Uses, u => method.StartsWith(u, StringComparison.Ordinal))) yield return ("used-when-closed", call);
            }
    }

    /// <summary>
    /// The local variable that a statement closes, and does nothing else. A connection to a database may be opened again after it.
    /// </summary>
    static string? ClosedBy(SyntaxNode? statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Close" or "Dispose", Expression: IdentifierNameSyntax subject } } }
        && Written.LocalOf(subject) is { Initializer.Value: ObjectCreationExpressionSyntax made } && !made.Type.ToString().EndsWith("Connection", StringComparison.Ordinal) ? subject.Identifier.ValueText : null;
}
