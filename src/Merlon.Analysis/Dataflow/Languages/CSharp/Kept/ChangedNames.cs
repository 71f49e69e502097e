using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// The names of which one must stand in a file for it to mean something else than before, after declarations of some files changed. A type comes
/// into code by a name that is declared with it: all of these count as changed where the type did, or what the compiler asks of it unnamed.
/// </summary>
sealed class ChangedNames
{
    const string Suffix = "Attribute";

    readonly HashSet<string> names = new(StringComparer.Ordinal), types = new(StringComparer.Ordinal);

    /// <summary>Whether any file may mean something else.</summary>
    public bool IsAll { get; private set; }

    public bool IsNone => !IsAll && names.Count == 0;

    /// <param name="before">The skeletons, as they were, of files that changed or are gone.</param>
    /// <param name="after">The skeletons of files that changed or are new.</param>
    /// <param name="unchanged">Those of all other files.</param>
    public static ChangedNames Between(IReadOnlyList<SyntaxTree> before, IReadOnlyList<SyntaxTree> after, IReadOnlyList<SyntaxTree> unchanged)
    {
        var changed = new ChangedNames();
        var (old, now) = (before.SelectMany(Surface.Of).ToList(), after.SelectMany(Surface.Of).ToList());
        foreach (var declared in old.ExceptBy(now.Select(d => d.Key), d => d.Key)) changed.Add(declared);
        foreach (var declared in now.ExceptBy(old.Select(d => d.Key), d => d.Key)) changed.Add(declared);
        changed.AddNamespaces(before, after, unchanged);
        if (changed is { IsNone: false, IsAll: false }) changed.Follow([.. now, .. unchanged.SelectMany(Surface.Of)]);
        return changed;
    }

    /// <summary>Whether one of the names may stand in a text; any, where it holds names that are written by the numbers of their characters.</summary>
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
        foreach (var name in declared.Names) Add(names, name);
        if (declared is not { Sight: Sight.OfType, Type: { } type }) return;
        Add(names, type);
        Add(types, type);
    }

    /// <summary>An attribute goes by two names.</summary>
    static void Add(HashSet<string> to, string name)
    {
        to.Add(name);
        if (name.EndsWith(Suffix, StringComparison.Ordinal)) to.Add(name[..^Suffix.Length]);
    }

    void AddNamespaces(IEnumerable<SyntaxTree> before, IEnumerable<SyntaxTree> after, IEnumerable<SyntaxTree> unchanged)
    {
        var (old, now) = (before.SelectMany(Surface.NamespacesOf).ToHashSet(), after.SelectMany(Surface.NamespacesOf).ToHashSet());
        if (old.SetEquals(now)) return;
        old.SymmetricExceptWith(now);
        old.ExceptWith(unchanged.SelectMany(Surface.NamespacesOf));
        foreach (var name in old.Select(s => s[(s.LastIndexOf('.') + 1)..])) Add(new Declared("", [name], name, Sight.OfType, []));
    }

    void Follow(List<Declared> rest)
    {
        for (var count = -1; count != names.Count + types.Count && !IsAll;)
        {
            count = names.Count + types.Count;
            rest.RemoveAll(declared =>
            {
                if (!declared.DependsOn(types, names)) return false;
                Add(declared);
                return true;
            });
        }
    }
}
