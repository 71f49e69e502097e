using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>What a file imports decides what the names in its declarations stand for.</summary>
sealed class Imports
{
    static readonly Lazy<INamespaceSymbol> Platform = new(() => CSharpCompilation.Create("platform", [], PlatformReferences.All).GlobalNamespace);

    readonly HashSet<string> namespaces;
    readonly bool isAny;
    readonly Lazy<ILookup<string, string>> declared;

    Imports(HashSet<string> namespaces, bool isAny, Lazy<ILookup<string, string>> declared) =>
        (this.namespaces, this.isAny, this.declared) = (namespaces, isAny, declared);

    /// <summary>All that a file writes, for it and for parts of it.</summary>
    public static IEnumerable<UsingDirectiveSyntax> In(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();

    /// <summary>The namespaces, and types whose members are, for it and for parts of it; without aliases.</summary>
    public static HashSet<string> Named(SyntaxTree tree) =>
        In(tree).Where(d => d.Alias is null).Select(d => d.NamespaceOrType.ToString()).ToHashSet(StringComparer.Ordinal);

    /// <summary>How two versions of a file differ in what they import.</summary>
    /// <param name="before">The file as it was.</param>
    /// <param name="after">The file as it is.</param>
    /// <param name="declared">By namespace, the types of the application, those that are gone too.</param>
    public static Imports Between(SyntaxTree before, SyntaxTree after, Lazy<ILookup<string, string>> declared)
    {
        var changed = In(before).Where(d => d.Alias is null).Select(Written).ToHashSet();
        changed.SymmetricExceptWith(In(after).Where(d => d.Alias is null).Select(Written));
        return new Imports([.. changed.Select(c => c.Name)], changed.Any(c => !c.IsPlain), declared);
    }

    /// <summary>Whether something may mean another type than before.</summary>
    public bool Decide(Declared of)
    {
        if (namespaces.Count == 0) return false;
        return isAny ? of.Mentioned.Any() : of.HasAttributes || of.Mentioned.Any(name => namespaces.Any(n => Holds(n, name.Identifier.ValueText)));
    }

    /// <summary>An alias is something declared of its own. Only what stands at the top of a file names a namespace from its root.</summary>
    static (string Name, bool IsPlain) Written(UsingDirectiveSyntax directive) => directive switch
    {
        { StaticKeyword.RawKind: 0, Parent: CompilationUnitSyntax } => (directive.NamespaceOrType.ToString(), true),
        _ => (directive.ToString(), false),
    };

    bool Holds(string space, string name)
    {
        if (declared.Value[space].Contains(name)) return true;
        INamespaceSymbol? found = Platform.Value;
        foreach (var part in space.Split('.')) found = found?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        return found?.GetMembers(name).Any() == true;
    }
}
