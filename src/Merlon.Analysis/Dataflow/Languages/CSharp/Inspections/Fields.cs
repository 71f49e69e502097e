using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Static fields that any code may change.</summary>
static class Fields
{
    public static void Inspect(INamedTypeSymbol type, CSharpWorld world, Function function)
    {
        if (type.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal)) return;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
            if (NameOf(field) is { } name && field.DeclaringSyntaxReferences is [var reference, ..])
                function.Constructs.Add(new Construct(name, world.SpanOf(reference.GetSyntax())));
    }

    static string? NameOf(IFieldSymbol field) => field switch
    {
        { IsStatic: false } or { IsConst: true } or { DeclaredAccessibility: not Accessibility.Public } or { IsImplicitlyDeclared: true } => null,
        { IsReadOnly: false } => "public-static-field",
        { Type: IArrayTypeSymbol } => "public-static-array",
        _ => null,
    };
}
