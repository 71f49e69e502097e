using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>How far a change of something declared can be seen.</summary>
enum Sight
{
    /// <summary>Where one of its names stands.</summary>
    Named,

    /// <summary>Where there may be a value of its type, too: the compiler asks for it without its name.</summary>
    OfType,

    /// <summary>Anywhere.</summary>
    Everywhere,
}

/// <summary>Where something is declared: a namespace, empty for none, and the simple names of types, the innermost last.</summary>
readonly record struct Surroundings(string Namespace, ImmutableArray<string> Types)
{
    public override string ToString() => $"{Namespace}:{string.Join('.', Types)}";
}

/// <summary>Something that a file declares, and code of other files may depend on.</summary>
/// <param name="Place">Where it stands among others, and what kind of thing it is.</param>
/// <param name="Names">The names by which code speaks of it.</param>
/// <param name="Type">The simple name of the type that it is or belongs to; null when there is none.</param>
/// <param name="Parts">The syntax that says what it is.</param>
/// <param name="Around">The namespace that it is in, and the simple names of the types around it, the innermost last.</param>
/// <param name="IsType">Whether it is what a type says of itself.</param>
/// <param name="Written">What says what it is where that is no part that types are named in.</param>
sealed record Declared(
    string Place, IReadOnlyList<string> Names, string? Type, Sight Sight, IReadOnlyList<SyntaxNode> Parts, Surroundings Around, bool IsType = false,
    SyntaxNode? Written = null)
{
    /// <summary>As long as it is the same, nothing of it was changed.</summary>
    public string Key => $"{Place}|{string.Join(' ', Parts.Append(Written).OfType<SyntaxNode>().SelectMany(p => p.DescendantTokens()).Select(t => t.Text))}";

    /// <summary>The names of types, and of what constants are made of.</summary>
    public IEnumerable<SimpleNameSyntax> Mentioned => Parts.SelectMany(NamesIn);

    /// <summary>All names that stand in it.</summary>
    public IEnumerable<string> Spoken => Parts.Append(Written).OfType<SyntaxNode>().SelectMany(NamesIn).Select(n => n.Identifier.ValueText);

    public bool HasAttributes => Parts.Any(p => p.DescendantNodesAndSelf().Any(n => n is AttributeSyntax));

    /// <summary>Whether it says something of one of these types, or has its value from one of these names.</summary>
    public bool DependsOn(HashSet<string> types, HashSet<string> names)
    {
        foreach (var name in Mentioned)
            if (types.Contains(name.Identifier.ValueText) || names.Contains(name.Identifier.ValueText) && IsOfValue(name)) return true;
        return false;
    }

    static IEnumerable<SimpleNameSyntax> NamesIn(SyntaxNode part) => part.DescendantNodesAndSelf(n => !Skeleton.IsCode(n)).OfType<SimpleNameSyntax>();

    static bool IsOfValue(SimpleNameSyntax name) =>
        name.Ancestors().Any(a => a is EqualsValueClauseSyntax or AttributeArgumentListSyntax or BracketedArgumentListSyntax);
}
