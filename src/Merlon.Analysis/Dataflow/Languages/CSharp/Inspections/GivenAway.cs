using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// What a type gives out of its hands: arrays of private fields without a copy, secrets to whoever serializes it; and its one object, where two
/// threads that ask first get two.
/// </summary>
static class GivenAway
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(TypeDeclarationSyntax type)
    {
        var fields = type.Members.OfType<FieldDeclarationSyntax>().ToList();
        var arrays = fields.Where(f => IsPrivate(f) && !f.Modifiers.Any(SyntaxKind.StaticKeyword) && f.Declaration.Type is ArrayTypeSyntax).SelectMany(f => f.Declaration.Variables).Select(v => v.Identifier.ValueText).ToHashSet();
        foreach (var method in type.Members.OfType<MethodDeclarationSyntax>())
        {
            if (arrays.Count > 0 && method.Modifiers.Any(SyntaxKind.PublicKeyword) && !type.Modifiers.Any(SyntaxKind.PrivateKeyword))
                foreach (var found in Arrays(method, arrays)) yield return found;
            if (method.Modifiers.Any(SyntaxKind.StaticKeyword) && method.Body is not null)
                foreach (var place in Singletons(method, type, fields)) yield return ("singleton-without-lock", place);
        }
        if (!IsSerializable(type)) yield break;
        foreach (var field in fields.Where(f => !f.Modifiers.Any(m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword) && !f.AttributeLists.ToString().Contains("NonSerialized", StringComparison.Ordinal)))
            if (field.Declaration.Variables.Any(v => IsSecret(v.Identifier.ValueText))) yield return ("secret-is-serialized", field);
    }

    static IEnumerable<(string Name, SyntaxNode Place)> Arrays(MethodDeclarationSyntax method, HashSet<string> arrays)
    {
        if (method.ExpressionBody is { Expression: var given } && NameOf(given) is { } shown && arrays.Contains(shown)) yield return ("array-handed-out", method.ExpressionBody);
        var parameters = method.ParameterList.Parameters.Select(p => p.Identifier.ValueText).ToHashSet();
        foreach (var statement in method.Body?.Statements ?? [])
            if (statement is ReturnStatementSyntax { Expression: { } returned } && NameOf(returned) is { } name && arrays.Contains(name) && !parameters.Contains(name)) yield return ("array-handed-out", statement);
            else if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var left, Right: IdentifierNameSyntax right } }
                && NameOf(left) is { } target && arrays.Contains(target) && parameters.Contains(right.Identifier.ValueText) && right.Identifier.ValueText != left.ToString()) yield return ("array-taken-over", statement);
    }

    /// <summary>A static field of the type itself, set to a new object where it was null, without a lock.</summary>
    static IEnumerable<SyntaxNode> Singletons(MethodDeclarationSyntax method, TypeDeclarationSyntax type, List<FieldDeclarationSyntax> fields)
    {
        var own = fields.Where(f => f.Modifiers.Any(SyntaxKind.StaticKeyword) && f.Declaration.Type.ToString().TrimEnd('?') == type.Identifier.ValueText).SelectMany(f => f.Declaration.Variables).Select(v => v.Identifier.ValueText).ToHashSet();
        if (own.Count == 0 || method.DescendantNodes().Any(n => n is LockStatementSyntax || n is InvocationExpressionSyntax call && Written.NameOf(call) is "Enter" or "Wait" or "WaitOne" or "EnterScope")) yield break;
        foreach (var node in method.DescendantNodes())
            if (node is IfStatementSyntax { Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax tested, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } test && own.Contains(tested.Identifier.ValueText))
            {
                foreach (var set in test.Statement.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                    if (NameOf(set.Left) == tested.Identifier.ValueText && set.Right is BaseObjectCreationExpressionSyntax) yield return set;
            }
            else if (node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Right: BaseObjectCreationExpressionSyntax } lazy && NameOf(lazy.Left) is { } name && own.Contains(name)) yield return lazy;
    }

    static bool IsPrivate(FieldDeclarationSyntax field) => !field.Modifiers.Any(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);

    static bool IsSerializable(TypeDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() is "Serializable" or "System.Serializable" or "SerializableAttribute") && type.BaseList?.Types.Any(t => t.ToString().EndsWith("ISerializable", StringComparison.Ordinal)) != true;

    static bool IsSecret(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("passwd", StringComparison.OrdinalIgnoreCase) || name.Contains("secret", StringComparison.OrdinalIgnoreCase);

    static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => name,
        _ => null,
    };
}
