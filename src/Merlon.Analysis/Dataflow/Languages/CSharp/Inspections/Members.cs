using System.Text;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Members that nobody uses or that do nothing, types that are equal without a hash of their own, and locks taken in both orders.</summary>
static class Members
{
    /// <summary>A larger file is not searched for each of its members.</summary>
    const int LargestSearched = 1 << 20;

    public static void Inspect(CSharpType type, CSharpWorld world)
    {
        foreach (var (name, place) in In(type.Symbol, world))
            type.Declaration.Constructs.Add(new Construct(name, world.SpanOf(place)));
    }

    static IEnumerable<(string Name, SyntaxNode Place)> In(INamedTypeSymbol type, CSharpWorld world)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
            foreach (var place in LockOrder.InBothOrders(reference.GetSyntax())) yield return ("locks-in-both-orders", place);
        foreach (var reference in type.DeclaringSyntaxReferences)
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration)
            {
                foreach (var place in SharedWrites.In(declaration)) yield return ("shared-without-lock", place);
                foreach (var place in GuardedFields.In(declaration)) yield return ("changed-without-lock", place);
                foreach (var found in GivenAway.In(declaration)) yield return found;
                foreach (var place in UnsetFields.In(declaration)) yield return ("field-never-set", place);
            }
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            if (IsOwn(method) && method.DeclaringSyntaxReferences[0].GetSyntax() is MethodDeclarationSyntax written)
            {
                if (written.Body is { Statements.Count: 0 }) yield return ("empty-function", written);
                if (IsNamedOnce(method.Name, type, world)) yield return ("unused-method", written);
            }
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
            if (IsOwn(field) && IsNamedOnce(field.Name, type, world)) yield return ("unused-field", field.DeclaringSyntaxReferences[0].GetSyntax());
        if (HasEqualsOnly(type) is { } equals) yield return ("equals-without-hash", equals);
    }

    static bool IsOwn(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null, PartialImplementationPart: null, DeclaringSyntaxReferences.IsEmpty: false } && method.GetAttributes().IsEmpty;

    static bool IsOwn(IFieldSymbol field) =>
        field is { DeclaredAccessibility: Accessibility.Private, IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false } && field.GetAttributes().IsEmpty && field.ContainingType.TypeKind is TypeKind.Class && field.ContainingType.GetAttributes().IsEmpty;

    /// <summary>Whether a name stands in the files of its type only where it is declared.</summary>
    static bool IsNamedOnce(string name, INamedTypeSymbol type, CSharpWorld world)
    {
        var word = Encoding.UTF8.GetBytes(name);
        var files = type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree).Distinct().ToList();
        return files.TrueForAll(t => world.FileOf(t).Source.Text.Length <= LargestSearched) && files.Sum(t => Count(world.FileOf(t).Source.Text.Span, word)) == 1;
    }

    static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (var at = text.IndexOf(word); at >= 0 && count < 2; at = text.IndexOf(word))
        {
            count++;
            text = text[(at + word.Length)..];
        }
        return count;
    }

    static SyntaxNode? HasEqualsOnly(INamedTypeSymbol type)
    {
        if (type.IsRecord) return null;
        var equals = Overridden(type, "Equals", 1);
        var hash = Overridden(type, "GetHashCode", 0);
        return equals is null == hash is null ? null : (equals ?? hash)!.DeclaringSyntaxReferences[0].GetSyntax();
    }

    static IMethodSymbol? Overridden(INamedTypeSymbol type, string name, int parameters) =>
        type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m.IsOverride && m.Parameters.Length == parameters && m.DeclaringSyntaxReferences.Length > 0);
}
