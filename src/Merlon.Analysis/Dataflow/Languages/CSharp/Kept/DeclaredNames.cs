using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>By which names the code of other files comes to what a file declares, and to which others that leads on.</summary>
/// <param name="IsEverywhere">Whether all code depends on it, named or not.</param>
/// <param name="Imported">The namespaces that it imports.</param>
/// <param name="Namespaces">Those that it declares something in, and those around them.</param>
/// <param name="Doors">The names of its types and extensions: code that speaks of one depends on the file.</param>
/// <param name="Always">The names that its types speak of wherever they are used: of bases, and in what is called without a name.</param>
/// <param name="Members">By the name of a member, the names that its declaration speaks of.</param>
sealed record DeclaredNames(
    bool IsEverywhere, ImmutableArray<string> Imported, ImmutableArray<string> Namespaces, ImmutableArray<string> Doors, ImmutableArray<string> Always,
    ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Members)
{
    const string Suffix = "Attribute";

    public static DeclaredNames Of(SyntaxTree tree)
    {
        var (doors, always, members) = (new HashSet<string>(), new HashSet<string>(), new List<KeyValuePair<string, ImmutableArray<string>>>());
        var isEverywhere = false;
        foreach (var declared in Surface.Of(tree))
        {
            isEverywhere |= declared.Sight == Sight.Everywhere;
            if (declared.IsType || IsExtension(declared)) doors.UnionWith(declared.Names.Take(1).SelectMany(NamesOf));
            if (declared.IsType || declared.Sight != Sight.Named || declared.Names is not [var member]) always.UnionWith(declared.Spoken);
            else if (declared.Spoken.Distinct().ToImmutableArray() is { Length: > 0 } some) members.Add(KeyValuePair.Create(member, some));
        }
        return new DeclaredNames(
            isEverywhere, [.. Imports.Named(tree)], [.. Surface.NamespacesOf(tree).Distinct()], [.. doors], [.. always], [.. members]);
    }

    public static DeclaredNames Read(ByteReader from) => new(
        from.Truth(), from.Each(from.Text), from.Each(from.Text), from.Each(from.Text), from.Each(from.Text),
        from.Each(() => KeyValuePair.Create(from.Text(), from.Each(from.Text))));

    public void Write(ByteWriter to)
    {
        to.Truth(IsEverywhere).TextList(Imported).TextList(Namespaces).TextList(Doors).TextList(Always);
        to.Each(Members, member => to.Text(member.Key).TextList(member.Value));
    }

    /// <summary>An attribute goes by two names.</summary>
    public static IEnumerable<string> NamesOf(string declared) =>
        declared.EndsWith(Suffix, StringComparison.Ordinal) ? [declared, declared[..^Suffix.Length]] : [declared];

    static bool IsExtension(Declared declared) =>
        declared.Parts is [MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: var modifiers }, ..] }] && modifiers.Any(SyntaxKind.ThisKeyword);
}
