using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// The names of which one must stand in a file for it to mean something else than before, after declarations of some files changed. A type comes
/// into code by a name that is declared with it: all of these count as changed where the type did, or what the compiler asks of it unnamed.
/// </summary>
sealed class ChangedNames
{
    readonly HashSet<string> names = new(StringComparer.Ordinal), types = new(StringComparer.Ordinal);

    /// <summary>Types that may extend others than before: within them names may stand for other types.</summary>
    readonly HashSet<string> around = new(StringComparer.Ordinal);

    /// <summary>Whether any file may mean something else.</summary>
    public bool IsAll { get; private set; }

    public bool IsNone => !IsAll && names.Count == 0;

    /// <param name="before">The skeletons, as they were, of files that changed or are gone.</param>
    /// <param name="after">The skeletons of files that changed or are new.</param>
    /// <param name="unchanged">Those of all other files.</param>
    /// <param name="namespaces">Those that unchanged files declare something in.</param>
    public static ChangedNames Between(
        IReadOnlyList<SyntaxTree> before, IReadOnlyList<SyntaxTree> after, Lazy<IReadOnlyList<SyntaxTree>> unchanged, IEnumerable<string> namespaces)
    {
        var changed = new ChangedNames();
        var (old, now) = (before.SelectMany(Surface.Of).ToList(), after.SelectMany(Surface.Of).ToList());
        foreach (var declared in old.ExceptBy(now.Select(d => d.Key), d => d.Key)) changed.Add(declared);
        foreach (var declared in now.ExceptBy(old.Select(d => d.Key), d => d.Key)) changed.Add(declared);
        changed.AddNamespaces(before, after, namespaces);
        var rest = new Lazy<List<Declared>>(() => [.. unchanged.Value.SelectMany(Surface.Of)]);
        var byNamespace = new Lazy<ILookup<string, string>>(() =>
            old.Concat(now).Concat(rest.Value).Where(d => d.IsType).ToLookup(d => d.Around.Namespace, d => d.Names[0]));
        changed.AddImports(before, after, byNamespace);
        if (changed is { IsNone: false, IsAll: false }) changed.Follow([.. now, .. rest.Value]);
        return changed;
    }

    /// <summary>Whether one of the names may stand in a text, be it written by the numbers of its characters.</summary>
    public bool MayStandIn(string text)
    {
        var wanted = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            while (at < text.Length && IsPart(text[at])) at++;
            if (at > from && wanted.Contains(text.AsSpan(from, at - from))) return true;
            if (at < text.Length && text[at] == '\\' && at + 1 < text.Length && text[at + 1] is 'u' or 'U') return true;
            at = Math.Max(at, from + 1);
        }
        return false;
    }

    static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || c >= 0x80 && !char.IsWhiteSpace(c);

    void Add(Declared declared)
    {
        IsAll |= declared.Sight == Sight.Everywhere;
        names.UnionWith(declared.Names.SelectMany(DeclaredNames.NamesOf));
        if (declared is not { Sight: Sight.OfType, Type: { } type }) return;
        names.UnionWith(DeclaredNames.NamesOf(type));
        types.UnionWith(DeclaredNames.NamesOf(type));
        if (declared.IsType) around.Add(type);
    }

    void AddNamespaces(IEnumerable<SyntaxTree> before, IEnumerable<SyntaxTree> after, IEnumerable<string> unchanged)
    {
        var (old, now) = (before.SelectMany(Surface.NamespacesOf).ToHashSet(), after.SelectMany(Surface.NamespacesOf).ToHashSet());
        if (old.SetEquals(now)) return;
        old.SymmetricExceptWith(now);
        old.ExceptWith(unchanged);
        foreach (var name in old.Select(s => s[(s.LastIndexOf('.') + 1)..])) Add(new Declared("", [name], name, Sight.OfType, [], default));
    }

    void AddImports(IReadOnlyList<SyntaxTree> before, IReadOnlyList<SyntaxTree> after, Lazy<ILookup<string, string>> declared)
    {
        var earlier = before.ToDictionary(t => t.FilePath, StringComparer.Ordinal);
        foreach (var tree in after)
        {
            if (!earlier.TryGetValue(tree.FilePath, out var old)) continue;
            var imports = Imports.Between(old, tree, declared);
            foreach (var of in Surface.Of(tree).Where(imports.Decide)) Add(of);
        }
    }

    void Follow(List<Declared> rest)
    {
        for (var count = -1; count != names.Count + types.Count + around.Count && !IsAll;)
        {
            count = names.Count + types.Count + around.Count;
            rest.RemoveAll(declared =>
            {
                var isWithin = declared.Around.Types.Any(around.Contains) && declared.Mentioned.Any();
                if (!isWithin && !declared.DependsOn(types, names)) return false;
                Add(declared);
                return true;
            });
        }
    }
}
