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
/// <param name="Key">What it is, with its place among others: as long as it is the same, nothing of it was changed.</param>
/// <param name="Names">The names by which code speaks of it.</param>
/// <param name="Type">The simple name of the type that it is or belongs to; null when there is none.</param>
/// <param name="Parts">The syntax that says what it is.</param>
/// <param name="Around">The namespace that it is in, and the simple names of the types around it, the innermost last.</param>
/// <param name="IsType">Whether it is what a type says of itself.</param>
sealed record Declared(
    string Key, IReadOnlyList<string> Names, string? Type, Sight Sight, IReadOnlyList<SyntaxNode> Parts, Surroundings Around, bool IsType = false)
{
    /// <summary>The names of types, and of what constants are made of.</summary>
    public IEnumerable<SimpleNameSyntax> Mentioned => Parts.SelectMany(p => p.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>();

    public bool HasAttributes => Parts.Any(p => p.DescendantNodesAndSelf().Any(n => n is AttributeSyntax));

    /// <summary>Whether it says something of one of these types, or has its value from one of these names.</summary>
    public bool DependsOn(HashSet<string> types, HashSet<string> names)
    {
        foreach (var name in Mentioned)
            if (types.Contains(name.Identifier.ValueText) || names.Contains(name.Identifier.ValueText) && IsOfValue(name)) return true;
        return false;
    }

    static bool IsOfValue(SimpleNameSyntax name) =>
        name.Ancestors().Any(a => a is EqualsValueClauseSyntax or AttributeArgumentListSyntax or BracketedArgumentListSyntax);
}
