using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>A type of the application: its symbol, and what the intermediate form says of it.</summary>
/// <param name="Tree">Of the file that holds its first part, which it belongs to.</param>
sealed record CSharpType(INamedTypeSymbol Symbol, TypeDeclaration Declaration, SyntaxTree Tree);

/// <summary>Declares the types of a compilation with their fields and functions; bodies come later.</summary>
sealed class Declarations(CSharpWorld world)
{
    readonly Dictionary<IMethodSymbol, ImmutableArray<Annotation>> annotations = new(SymbolEqualityComparer.Default);

    /// <summary>All types that the source declares, but for those of skeletons, in the order of their places.</summary>
    public List<CSharpType> Declare()
    {
        var types = new List<CSharpType>();
        foreach (var symbol in TypesIn(world.Compilation.Assembly.GlobalNamespace))
            if (symbol.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface && FirstSyntax(symbol) is { } syntax && !world.FileOf(syntax.SyntaxTree).IsSkeleton)
                types.Add(new CSharpType(symbol, DeclareType(symbol, syntax), syntax.SyntaxTree));
        types.Sort((a, b) => Compare(a.Declaration, b.Declaration));
        foreach (var type in types) DeclareMembers(type);
        return types;
    }

    /// <summary>By the paths of their files, and there by their places; of a page several may come from one.</summary>
    public static int Compare(TypeDeclaration left, TypeDeclaration right)
    {
        var order = string.CompareOrdinal(left.Span.File.Path, right.Span.File.Path);
        if (order == 0) order = left.Span.Start.CompareTo(right.Span.Start);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }

    /// <summary>The methods of a type that are its functions, in the order of these.</summary>
    public static IEnumerable<IMethodSymbol> FunctionsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().Where(IsWritten);

    /// <summary>The first part of what is declared, in the order of paths.</summary>
    public static SyntaxNode? FirstSyntax(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.OrderBy(r => r.SyntaxTree.FilePath, StringComparer.Ordinal).FirstOrDefault()?.GetSyntax();

    public static string NameOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor) return Function.Constructor;
        var name = method.Name;
        if (method.MethodKind is not MethodKind.ExplicitInterfaceImplementation && !name.Contains('.', StringComparison.Ordinal)) return name;
        return name[(name.LastIndexOf('.') + 1)..];
    }

    static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol space)
    {
        foreach (var inner in space is INamedTypeSymbol outer ? (IEnumerable<INamespaceOrTypeSymbol>)outer.GetTypeMembers() : space.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (inner is INamedTypeSymbol type) yield return type;
            foreach (var nested in TypesIn(inner)) yield return nested;
        }
    }

    TypeDeclaration DeclareType(INamedTypeSymbol symbol, SyntaxNode syntax)
    {
        var (supertypes, names) = (new List<string>(), world.NamesIn(syntax.SyntaxTree));
        if (symbol.BaseType is { SpecialType: SpecialType.None } super) supertypes.Add(names.Owner(super));
        supertypes.AddRange(symbol.Interfaces.Select(names.Owner));
        return new TypeDeclaration(names.Owner(symbol), world.SpanOf(syntax))
        {
            IsInterface = symbol.TypeKind == TypeKind.Interface,
            IsAbstract = symbol.IsAbstract,
            Supertypes = [.. supertypes],
            Annotations = world.Annotations(symbol),
        };
    }

    void DeclareMembers(CSharpType type)
    {
        foreach (var member in type.Symbol.GetMembers())
            switch (member)
            {
                case IFieldSymbol { IsImplicitlyDeclared: false } field:
                    DeclareField(type, field, field.Type, field.IsReadOnly || field.IsConst);
                    break;
                case IPropertySymbol property when CSharpWorld.HasStorage(property):
                    DeclareField(type, property, property.Type, property.SetMethod is null);
                    break;
                case IEventSymbol raised:
                    DeclareField(type, raised, raised.Type, isFinal: false);
                    break;
                case IMethodSymbol method when IsWritten(method):
                    DeclareFunction(type, method);
                    break;
            }
        foreach (var parameter in CapturedParameters(type.Symbol)) DeclareField(type, parameter, parameter.Type, isFinal: false);
    }

    /// <summary>The parameters of a primary constructor of a class, which its members may use at any time.</summary>
    static IEnumerable<IParameterSymbol> CapturedParameters(INamedTypeSymbol type) =>
        type.IsRecord ? [] : type.InstanceConstructors.Where(c => FirstSyntax(c) is TypeDeclarationSyntax).SelectMany(c => c.Parameters);

    void DeclareField(CSharpType type, ISymbol symbol, ITypeSymbol declared, bool isFinal) =>
        type.Declaration.Fields.TryAdd(
            symbol.Name, new FieldDeclaration(symbol.Name, world.NamesOf(type.Symbol).Of(declared), symbol.IsStatic, isFinal, world.Annotations(symbol)));

    /// <summary>Written in the source, or a constructor, which every class has; accessors without code only where others may be called instead.</summary>
    static bool IsWritten(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.StaticConstructor => false,
        MethodKind.Constructor => method.ContainingType.TypeKind == TypeKind.Class || !method.IsImplicitlyDeclared,
        MethodKind.PropertyGet or MethodKind.PropertySet => HasCode(method) || MayBeOverridden(method),
        MethodKind.EventAdd or MethodKind.EventRemove => false,
        _ => !method.IsImplicitlyDeclared && method.PartialImplementationPart is null || method.Name == WellKnownMemberNames.TopLevelStatementsEntryPointMethodName,
    };

    static bool HasCode(IMethodSymbol accessor) => FirstSyntax(accessor) switch
    {
        AccessorDeclarationSyntax written => written.Body is not null || written.ExpressionBody is not null
            || written.Parent?.Parent is PropertyDeclarationSyntax property && property.AccessorList!.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null),
        ArrowExpressionClauseSyntax => true,
        _ => false,
    };

    static bool MayBeOverridden(IMethodSymbol accessor) =>
        accessor.IsVirtual || accessor.IsOverride || accessor.IsAbstract || accessor.ContainingType.TypeKind == TypeKind.Interface
        || accessor.ContainingType.AllInterfaces.Any(i => i.GetMembers(accessor.AssociatedSymbol!.Name).Length > 0);

    void DeclareFunction(CSharpType type, IMethodSymbol method)
    {
        var syntax = FirstSyntax(method) ?? FirstSyntax(type.Symbol)!;
        var names = world.NamesIn(syntax.SyntaxTree);
        var function = new Function
        {
            Name = NameOf(method),
            Owner = type.Declaration.Name,
            Parameters = [.. method.Parameters.Select(p => new Parameter(p.Name, names.Of(p.Type), world.Annotations(p)))],
            Span = world.FileOf(syntax.SyntaxTree).SpanOf(NamePlace(syntax)),
            IsStatic = method.IsStatic,
            IsAbstract = method.IsAbstract || method.IsExtern,
            IsNative = method.IsExtern,
            IsPublic = method.DeclaredAccessibility == Accessibility.Public || type.Declaration.IsInterface || !method.ExplicitInterfaceImplementations.IsEmpty,
            ResultType = names.Of(method.ReturnType),
            Annotations = AnnotationsOf(method),
        };
        if (world.Functions.TryAdd(method, function)) type.Declaration.Functions.Add(function);
    }

    /// <summary>A method's own attributes and those of what it overrides or implements.</summary>
    ImmutableArray<Annotation> AnnotationsOf(IMethodSymbol method)
    {
        var found = WithOverridden(method);
        foreach (var contract in method.ContainingType.AllInterfaces.Where(i => !i.DeclaringSyntaxReferences.IsEmpty))
            foreach (var member in contract.GetMembers(method.Name).Where(m => !m.GetAttributes().IsEmpty))
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)) found = [.. found, .. world.Annotations(member)];
        return found;
    }

    /// <summary>A method's own attributes and those of what it overrides, the nearest first: each is asked once, however long the chain.</summary>
    ImmutableArray<Annotation> WithOverridden(IMethodSymbol method)
    {
        var pending = new Stack<IMethodSymbol>();
        ImmutableArray<Annotation> found = [];
        for (var at = method; at is not null && !annotations.TryGetValue(at, out found); at = at.OverriddenMethod) pending.Push(at);
        if (found.IsDefault) found = [];
        while (pending.TryPop(out var next)) annotations[next] = found = [.. world.Annotations(next), .. found];
        return found;
    }

    static Microsoft.CodeAnalysis.Text.TextSpan NamePlace(SyntaxNode syntax) => syntax switch
    {
        MethodDeclarationSyntax method => method.Identifier.Span,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Span,
        BaseTypeDeclarationSyntax type => type.Identifier.Span,
        AccessorDeclarationSyntax accessor => accessor.Keyword.Span,
        _ => syntax.Span,
    };
}
