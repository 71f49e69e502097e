using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// Of the files that are taken over, those whose declarations the code of others can come to: by a name that stands in it, by one that a
/// declaration speaks of which it came to, or without any.
/// </summary>
sealed class NeededFiles
{
    readonly IReadOnlyList<DeclaredNames?> files;
    readonly ILookup<int, IReadOnlyList<int>> sharing;
    readonly Dictionary<string, List<int>> doors = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<IReadOnlyList<string>>> waiting = new(StringComparer.Ordinal);
    readonly HashSet<string> names = new(StringComparer.Ordinal);
    readonly Queue<string> pending = new();
    readonly bool[] needed;

    NeededFiles(IReadOnlyList<DeclaredNames?> files, IEnumerable<IReadOnlyList<int>> sharing)
    {
        (this.files, needed) = (files, new bool[files.Count]);
        this.sharing = sharing.SelectMany(group => group.Select(file => (file, group))).ToLookup(p => p.file, p => p.group);
        for (var i = 0; i < files.Count; i++)
            foreach (var door in files[i]?.Doors ?? []) At(doors, door).Add(i);
    }

    /// <summary>For each file whether it is needed.</summary>
    /// <param name="files">What the files declare that are taken over; null for others.</param>
    /// <param name="sharing">Those that hold parts of one type.</param>
    /// <param name="lowered">The others.</param>
    public static bool[] Among(IReadOnlyList<DeclaredNames?> files, IEnumerable<IReadOnlyList<int>> sharing, IEnumerable<SyntaxTree> lowered)
    {
        var search = new NeededFiles(files, sharing);
        foreach (var tree in lowered)
            foreach (var token in tree.GetRoot().DescendantTokens())
                if (token.IsKind(SyntaxKind.IdentifierToken)) search.Come(token.ValueText);
        for (var i = 0; i < files.Count; i++)
            if (files[i]?.IsEverywhere == true) search.Need(i);
        while (search.pending.TryDequeue(out var name)) search.Follow(name);
        return search.needed;
    }

    void Come(string name)
    {
        if (names.Add(name)) pending.Enqueue(name);
    }

    void Follow(string name)
    {
        foreach (var file in doors.GetValueOrDefault(name) ?? []) Need(file);
        if (!waiting.Remove(name, out var spoken)) return;
        foreach (var next in spoken.SelectMany(s => s)) Come(next);
    }

    void Need(int file)
    {
        if (needed[file]) return;
        needed[file] = true;
        foreach (var other in sharing[file].SelectMany(group => group)) Need(other);
        foreach (var name in files[file]!.Always) Come(name);
        foreach (var (member, spoken) in files[file]!.Members)
            if (!names.Contains(member)) At(waiting, member).Add(spoken);
            else
                foreach (var name in spoken) Come(name);
    }

    static List<T> At<T>(Dictionary<string, List<T>> of, string name) => of.TryGetValue(name, out var list) ? list : of[name] = [];
}
