using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Fields of a class that some of its methods change while they hold a lock, and a public one without. What ends an object's life comes after all else.
/// </summary>
static class GuardedFields
{
    public static IEnumerable<SyntaxNode> In(TypeDeclarationSyntax type)
    {
        var methods = type.Members.OfType<MethodDeclarationSyntax>().ToList();
        if (!methods.Exists(m => m.DescendantNodes().Any(IsTaken) || IsSynchronized(m))) return [];
        var fields = type.Members.OfType<FieldDeclarationSyntax>().Where(f => !f.Modifiers.Any(SyntaxKind.VolatileKeyword)).SelectMany(f => f.Declaration.Variables).Select(v => v.Identifier.ValueText).ToHashSet();
        var guarded = new HashSet<string>();
        var free = new List<(string Field, SyntaxNode Place)>();
        foreach (var method in methods)
        {
            var locals = method.DescendantNodes().Select(n => n switch { VariableDeclaratorSyntax declared => declared.Identifier.ValueText, ParameterSyntax parameter => parameter.Identifier.ValueText, _ => null }).ToHashSet();
            var holdsAll = IsSynchronized(method) || method.DescendantNodes().Any(n => IsTaken(n) && n is InvocationExpressionSyntax);
            foreach (var node in method.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax))
                if (Changed(node) is { } name && fields.Contains(name) && !locals.Contains(name))
                    if (holdsAll || node.Ancestors().Any(a => a is LockStatementSyntax)) guarded.Add(name);
                    else if (method.Modifiers.Any(SyntaxKind.PublicKeyword) && !method.Identifier.ValueText.StartsWith("Dispose", StringComparison.Ordinal)) free.Add((name, node));
        }
        return free.Where(f => guarded.Contains(f.Field)).Select(f => f.Place);
    }

    static bool IsSynchronized(MethodDeclarationSyntax method) => method.AttributeLists.Count > 0 && method.AttributeLists.ToString().Contains("Synchronized", StringComparison.Ordinal);

    static bool IsTaken(SyntaxNode node) => node is LockStatementSyntax
        || node is InvocationExpressionSyntax call && Written.NameOf(call) is "Enter" or "TryEnter" or "WaitOne" or "EnterWriteLock" or "Wait" or "WaitAsync" or "EnterScope" or "AcquireWriterLock";

    static string? Changed(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: var target } => NameOf(target),
        PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var operand } => NameOf(operand),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var operand } => NameOf(operand),
        _ => null,
    };

    static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        _ => null,
    };
}
