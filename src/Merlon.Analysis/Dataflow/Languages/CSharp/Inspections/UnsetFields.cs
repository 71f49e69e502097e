using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Private fields without a first value that nothing in their class ever sets, though methods use them: they are null, zero or false for ever. What a
/// framework may fill (fields and classes with attributes, partial classes) is left out, and what is only handed out.
/// </summary>
static class UnsetFields
{
    public static IEnumerable<SyntaxNode> In(TypeDeclarationSyntax declaration, INamedTypeSymbol type)
    {
        if (declaration is not ClassDeclarationSyntax { AttributeLists.Count: 0 } || declaration.Modifiers.Any(SyntaxKind.PartialKeyword) || type.DeclaringSyntaxReferences.Length != 1) return [];
        var candidates = declaration.Members.OfType<FieldDeclarationSyntax>().Where(IsCandidate).SelectMany(f => f.Declaration.Variables).Where(v => v.Initializer is null).ToList();
        if (candidates.Count == 0) return [];
        var (set, used) = (new HashSet<string>(), new HashSet<string>());
        var around = declaration.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? declaration;
        foreach (var node in around.DescendantNodes().OfType<IdentifierNameSyntax>())
            if (MayBeSet(node)) set.Add(node.Identifier.ValueText);
            else if (declaration.Span.Contains(node.Span) && IsUse(node)) used.Add(node.Identifier.ValueText);
        return candidates.Where(c => used.Contains(c.Identifier.ValueText) && !set.Contains(c.Identifier.ValueText));
    }

    static bool IsCandidate(FieldDeclarationSyntax field) =>
        field.AttributeLists.Count == 0 && !field.Modifiers.Any(m => m.Kind() is SyntaxKind.ReadOnlyKeyword or SyntaxKind.ConstKeyword or SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)
        && field.Declaration.Type is PredefinedTypeSyntax or NullableTypeSyntax or ArrayTypeSyntax or IdentifierNameSyntax or GenericNameSyntax;

    static bool MayBeSet(IdentifierNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent switch
        {
            AssignmentExpressionSyntax set => set.Left == whole,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
            PostfixUnaryExpressionSyntax step => !step.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax step => step.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            RefExpressionSyntax => true,
            // A struct is filled member by member.
            MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax member } inner => member.Left == inner,
            _ => false,
        };
    }

    /// <summary>A plain getter hands the field out and does nothing with it.</summary>
    static bool IsUse(IdentifierNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own.Parent : name.Parent) is BinaryExpressionSyntax or MemberAccessExpressionSyntax or ArgumentSyntax or ElementAccessExpressionSyntax or IfStatementSyntax;
}
