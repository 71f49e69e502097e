using System.Collections.Concurrent;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>What all functions of an application are lowered with: the compilation, the names of types, and the functions by symbol.</summary>
sealed class CSharpWorld
{
    readonly Dictionary<SyntaxTree, CSharpFile> files;
    readonly ConcurrentDictionary<SyntaxTree, TypeNames> names = new();
    readonly ConcurrentDictionary<INamedTypeSymbol, Dictionary<ISymbol, Function>> recalled = new(SymbolEqualityComparer.Default);
    readonly HashSet<string> all, implied;
    readonly SignatureNames? earlier;

    /// <param name="files">Those to be lowered, and the skeletons of those that are taken over and that they need.</param>
    /// <param name="models">The described libraries.</param>
    /// <param name="hasImplicitUsings">Whether the usual namespaces are imported.</param>
    /// <param name="kept">All that are taken over.</param>
    /// <param name="earlier">The functions of files that are taken over; or null.</param>
    public CSharpWorld(IReadOnlyList<CSharpFile> files, ModelLibrary models, bool hasImplicitUsings, KeptFiles kept, SignatureNames? earlier = null)
    {
        this.earlier = earlier;
        this.files = files.ToDictionary(f => f.Tree);
        var usings = hasImplicitUsings ? ImplicitUsings.File : null;
        if (usings is not null) this.files[usings.Tree] = usings;
        // Also a namespace of which nothing is needed decides what a name means.
        var namespaces = CSharpFile.ParseSkeleton(string.Concat(kept.Namespaces.Select(n => $"namespace {n} {{ }}\n")), "");
        Compilation = CSharpCompilation.Create(
            "application", this.files.Keys.OrderBy(t => t.FilePath, StringComparer.Ordinal).Append(namespaces), PlatformReferences.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, metadataImportOptions: MetadataImportOptions.Public, concurrentBuild: true));
        Models = models;
        all = [.. files.SelectMany(f => Imports.Named(f.Tree)), .. kept.Imported];
        implied = usings is null ? [] : Imports.Named(usings.Tree);
    }

    public CSharpCompilation Compilation { get; }

    public ModelLibrary Models { get; }

    /// <summary>The namespaces that any file imports, as a digest: types that are not at hand are guessed by them.</summary>
    public UInt128 ImportsDigest
    {
        get
        {
            using var digest = new Digest();
            return digest.Add([.. all.Order(StringComparer.Ordinal)]).Take();
        }
    }

    /// <summary>The names of types as the code of one file means them.</summary>
    public TypeNames NamesIn(SyntaxTree tree) => names.GetOrAdd(tree, t => new TypeNames(Models, [Imports.Named(t), all, implied]));

    /// <summary>The functions of the files that are lowered, by the definition of their symbols.</summary>
    public Dictionary<ISymbol, Function> Functions { get; } = new(SymbolEqualityComparer.Default);

    public CSharpFile FileOf(SyntaxTree tree) => files[tree];

    /// <summary>Whether a page was translated to this type, or to a part of it.</summary>
    public bool IsPage(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(r => files[r.SyntaxTree].IsPage);

    public Span SpanOf(SyntaxNode node) => files[node.SyntaxTree].SpanOf(node);

    /// <summary>The application's function behind a method's symbol; null for a library's.</summary>
    public Function? Find(IMethodSymbol? method)
    {
        if (method is null) return null;
        var definition = method.OriginalDefinition;
        return FunctionOf(definition.PartialImplementationPart ?? definition);
    }

    /// <summary>Whether a property is kept in a field of its own and read and written without code.</summary>
    public bool IsStored(IPropertySymbol property) =>
        property.OriginalDefinition is { IsAbstract: false, IsVirtual: false, IsOverride: false, IsIndexer: false } definition
        && definition.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct && HasStorage(definition) && (definition.GetMethod is not { } getter || FunctionOf(getter) is null);

    /// <summary>Whether a property of the application has a hidden field: an automatic one, or a record's.</summary>
    public static bool HasStorage(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: { } accessors } => accessors.All(a => a.Body is null && a.ExpressionBody is null),
            ParameterSyntax => true,
            _ => false,
        };

    /// <summary>Whether a base of the type is not at hand, so that names may come from it.</summary>
    public static bool HasUnknownBase(INamedTypeSymbol type)
    {
        for (var super = type.BaseType; super is not null; super = super.BaseType)
            if (super is IErrorTypeSymbol) return true;
        return false;
    }

    /// <summary>Whether the model of a library's type that this one extends has a property of that name.</summary>
    public bool HasModelledMember(INamedTypeSymbol type, string name)
    {
        for (var super = type.BaseType; super is not null; super = super.BaseType)
            if (super.DeclaringSyntaxReferences.IsEmpty && HasModelledMember(NamesOf(type).Owner(super), "get_" + name, 0)) return true;
        return false;
    }

    public ImmutableArray<Annotation> Annotations(ISymbol symbol) => [.. symbol.GetAttributes().Select(AnnotationOf).OfType<Annotation>()];

    /// <summary>The names as the file means them that declares a symbol.</summary>
    public TypeNames NamesOf(ISymbol symbol) => NamesIn(symbol.DeclaringSyntaxReferences[0].SyntaxTree);

    Function? FunctionOf(IMethodSymbol definition)
    {
        if (Functions.TryGetValue(definition, out var function)) return function;
        return earlier is null || definition.ContainingType is not { } type ? null : recalled.GetOrAdd(type, Recall).GetValueOrDefault(definition);
    }

    /// <summary>The functions of a type that is taken over. Throws <see cref="FormatException"/> where they are not those that it declares.</summary>
    Dictionary<ISymbol, Function> Recall(INamedTypeSymbol type)
    {
        var found = new Dictionary<ISymbol, Function>(SymbolEqualityComparer.Default);
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface)) return found;
        if (Declarations.FirstSyntax(type)?.SyntaxTree is not { } tree || !files[tree].IsSkeleton) return found;
        var functions = earlier!.Find(NamesIn(tree).Owner(type))?.Functions ?? [];
        foreach (var method in Declarations.FunctionsOf(type))
        {
            if (found.Count >= functions.Count || functions[found.Count].Name != Declarations.NameOf(method)) throw ByteReader.Damaged();
            found[method] = functions[found.Count];
        }
        return found.Count == functions.Count ? found : throw ByteReader.Damaged();
    }

    bool HasModelledMember(string type, string method, int depth) =>
        depth < 8 && Models.Find(type) is { } model && (model.Find(method, 0) is not null || model.Supertypes.Any(t => HasModelledMember(t, method, depth + 1)));

    Annotation? AnnotationOf(AttributeData attribute)
    {
        if (attribute is not { AttributeClass: { } type, ApplicationSyntaxReference: not null }) return null;
        var arguments = ImmutableDictionary.CreateBuilder<string, string>();
        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
            if (attribute.ConstructorArguments[i] is { Kind: not TypedConstantKind.Array, Value: string text }) arguments[$"{i}"] = text;
        foreach (var (name, value) in attribute.NamedArguments)
            if (value is { Kind: not TypedConstantKind.Array, Value: { } constant }) arguments[name] = constant.ToString()!;
        if (type.TypeKind == TypeKind.Error && attribute.ApplicationSyntaxReference.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: var written })
            for (var i = 0; i < written.Count; i++) arguments[written[i].NameEquals?.Name.Identifier.ValueText ?? $"{i}"] = TextOf(written[i].Expression);
        var file = NamesIn(attribute.ApplicationSyntaxReference!.SyntaxTree);
        return new Annotation(file.Guess(WithoutSuffix(file.Owner(type))), arguments.ToImmutable());
    }

    /// <summary>An argument of an attribute that nobody declares: a text as it is, a constant elsewhere by its name.</summary>
    static string TextOf(ExpressionSyntax argument) => argument switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => argument.ToString(),
    };

    static string WithoutSuffix(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
}
