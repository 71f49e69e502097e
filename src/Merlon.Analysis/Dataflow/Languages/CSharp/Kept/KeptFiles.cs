using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.CSharp.Pages;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// Which files are taken over from an earlier scan. One is when its text is the same and holds none of the names of declarations that changed in
/// other files; files that share types are taken over together.
/// </summary>
/// <param name="memory">The earlier scan; null when nothing is kept.</param>
sealed class KeptFiles(CSharpMemory? memory, int jobs, CancellationToken ct)
{
    CSharpUnitReader?[] readers = [];
    CSharpFile?[] skeletons = [];
    IReadOnlyList<CSharpInput> inputs = [];
    Dictionary<string, int> places = [];
    List<ImmutableArray<string>> sharing = [];

    /// <summary>What is kept of an input; null when it must be lowered.</summary>
    public CSharpUnitReader? this[int input] => readers[input];

    public bool AreAll => Array.TrueForAll(readers, r => r is not null);

    /// <summary>The namespaces that files import which are taken over.</summary>
    public IEnumerable<string> Imported => readers.SelectMany(r => r?.Declared?.Imported ?? []);

    /// <summary>The namespaces that they declare something in.</summary>
    public IEnumerable<string> Namespaces => readers.SelectMany(r => r?.Declared?.Namespaces ?? []).Distinct();

    /// <summary>Finds the files whose texts are the same.</summary>
    public void Find(IReadOnlyList<CSharpInput> given)
    {
        (inputs, readers, skeletons) = (given, new CSharpUnitReader?[given.Count], new CSharpFile?[given.Count]);
        if (memory is null) return;
        places = given.Select((input, i) => (input.Path, i)).DistinctBy(p => p.Path).ToDictionary(p => p.Path, p => p.i, StringComparer.Ordinal);
        DeepThreads.Each(given.Count, jobs, i => readers[i] = Find(i), ct);
        var others = memory.Paths.Where(p => !places.TryGetValue(p, out var i) || readers[i] is null).Select(memory.Find);
        sharing = [.. readers.Concat(others).OfType<CSharpUnitReader>().Select(r => r.Files).Where(f => f.Length > 1)];
    }

    /// <summary>Gives up what changes elsewhere made stale.</summary>
    /// <param name="skeletonOf">The declarations of a file that is to be lowered; null when it was left out.</param>
    public void Judge(Func<int, SyntaxTree?> skeletonOf)
    {
        if (Array.TrueForAll(readers, r => r is null)) return;
        var changed = Enumerable.Range(0, inputs.Count).Where(i => readers[i] is null).ToList();
        List<string> gone = [.. memory!.Paths.Where(p => !places.ContainsKey(p))];
        if (changed.Count > 0 || gone.Count > 0)
        {
            var before = changed.Select(i => inputs[i].Path).Concat(gone).Distinct().Select(Earlier).OfType<SyntaxTree>().ToList();
            var after = changed.Select(skeletonOf).OfType<SyntaxTree>().ToList();
            Drop(ChangedNames.Between(before, after, new(() => [.. Skeletons([.. readers.Select(r => r is not null)]).Select(s => s.Tree)]), Namespaces));
        }
        for (var i = 0; i < readers.Length; i++)
            if (readers[i] is { LeftOut: null, IsWhole: false }) readers[i] = null;
        while (DropShared())
        {
        }
    }

    /// <summary>What those files declare that are taken over and that the others can come to.</summary>
    public IEnumerable<CSharpFile> Needed(IEnumerable<SyntaxTree> others)
    {
        List<int> Places(ImmutableArray<string> files) => [.. files.Where(places.ContainsKey).Select(f => places[f]).Where(i => readers[i] is not null)];
        return Skeletons(NeededFiles.Among([.. readers.Select(r => r?.Declared)], sharing.Select(Places), others));
    }

    /// <summary>Gives up all: what files import together changed.</summary>
    public void DropAll() => Array.Clear(readers);

    /// <summary>Reads the types that are taken over.</summary>
    public IEnumerable<TypeDeclaration> ReadTypes(Func<string, SourceFile?> find)
    {
        DeepThreads.Each(readers.Length, jobs, i =>
        {
            if (readers[i] is { IsWhole: true } reader) reader.ReadTypes(FilesOf(reader, find), memory!.Names);
        }, ct);
        return readers.OfType<CSharpUnitReader>().SelectMany(r => r.Types);
    }

    public static IReadOnlyList<SourceFile> FilesOf(CSharpUnitReader reader, Func<string, SourceFile?> find) =>
        [.. reader.Files.Select(f => find(f) ?? throw ByteReader.Damaged())];

    CSharpUnitReader? Find(int i) =>
        places[inputs[i].Path] == i && memory!.Find(inputs[i].Path) is { } reader && reader.Unit.Source == inputs[i].Digest ? reader : null;

    SyntaxTree? Earlier(string path) => memory!.Find(path) is { LeftOut: null } earlier ? CSharpFile.ParseSkeleton(earlier.Skeleton, path) : null;

    IEnumerable<CSharpFile> Skeletons(bool[] wanted)
    {
        DeepThreads.Each(inputs.Count, jobs, i =>
        {
            if (wanted[i] && readers[i] is { LeftOut: null } reader)
                skeletons[i] ??= CSharpFile.OfSkeleton(inputs[i].Source, reader.Skeleton, PageTypes.IsPage(inputs[i].Path));
        }, ct);
        return skeletons.Where((s, i) => s is not null && wanted[i])!;
    }

    void Drop(ChangedNames names)
    {
        if (names.IsNone) return;
        DeepThreads.Each(readers.Length, jobs, i =>
        {
            if (readers[i] is { LeftOut: null } && (names.IsAll || names.MayStandIn(inputs[i].Text))) readers[i] = null;
        }, ct);
    }

    /// <summary>Of pages the digest tells whether what they were made from changed.</summary>
    bool IsGivenUp(string path) => places.TryGetValue(path, out var part) ? readers[part] is null : !PageTypes.IsPage(path);

    /// <summary>Gives up files that share types with some that were given up; false when there were none.</summary>
    bool DropShared()
    {
        var stale = sharing.Where(files => files.Any(IsGivenUp)).ToHashSet();
        foreach (var file in stale.SelectMany(files => files))
            if (places.TryGetValue(file, out var part)) readers[part] = null;
        return sharing.RemoveAll(stale.Contains) > 0;
    }
}
