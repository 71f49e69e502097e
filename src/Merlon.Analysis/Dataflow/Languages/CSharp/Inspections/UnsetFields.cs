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
    /// <summary>Looks at a type with all within it at once: one of them may set a field of another.</summary>
    public static IEnumerable<SyntaxNode> In(TypeDeclarationSyntax outermost)
    {
        if (outermost.Parent is TypeDeclarationSyntax) yield break;
        var candidates = outermost.DescendantNodesAndSelf(n => n is TypeDeclarationSyntax).OfType<ClassDeclarationSyntax>().Select(t => (Type: t, Fields: FieldsOf(t))).Where(c => c.Fields.Count > 0).ToList();
        if (candidates.Count == 0) yield break;
        var set = outermost.DescendantNodes().OfType<IdentifierNameSyntax>().Where(MayBeSet).Select(n => n.Identifier.ValueText).ToHashSet();
        foreach (var (type, fields) in candidates)
        {
            var unset = fields.FindAll(f => !set.Contains(f.Identifier.ValueText));
            if (unset.Count == 0) continue;
            var used = type.DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsUse).Select(n => n.Identifier.ValueText).ToHashSet();
            foreach (var field in unset)
                if (used.Contains(field.Identifier.ValueText)) yield return field;
        }
    }

    static List<VariableDeclaratorSyntax> FieldsOf(ClassDeclarationSyntax type) =>
        type.AttributeLists.Count > 0 || type.Modifiers.Any(SyntaxKind.PartialKeyword) ? []
        : [.. type.Members.OfType<FieldDeclarationSyntax>().Where(IsCandidate).SelectMany(f => f.Declaration.Variables).Where(v => v.Initializer is null)];

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
