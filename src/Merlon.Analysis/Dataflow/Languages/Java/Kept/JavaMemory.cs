using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Merlon.Analysis.Dataflow.Languages.Java.Pages;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.Java.Kept;

/// <summary>
/// Files of an earlier scan as they were lowered then. One is taken over when its text is the same, and the classes that it asked about, with
/// their supertypes, are declared as they were. Pages are always read again: they are made of several files.
/// </summary>
sealed class JavaMemory
{
    readonly KeptCode earlier;
    readonly TextNumbers texts;
    readonly ConcurrentDictionary<string, (KeptUnit Unit, IReadOnlyList<Function> Functions)> units = new();
    readonly bool isWorn;
    ILookup<string, KeyValuePair<string, UInt128>> declared = Array.Empty<KeyValuePair<string, UInt128>>().ToLookup(_ => "");

    public JavaMemory(KeptCode earlier)
    {
        this.earlier = earlier;
        // Texts that nothing names any more are given up once they may be as many as the others.
        isWorn = earlier.Texts.Count > 2 * earlier.Needed;
        texts = new TextNumbers(isWorn ? [] : earlier.Texts);
    }

    /// <summary>How many files were taken over.</summary>
    public int Recalled { get; private set; }

    /// <summary>The file as it was lowered from the same text; null when there is none.</summary>
    public KeptUnit? Find(SourceFile source) =>
        !PageNames.IsPage(source.Path) && earlier.Units.TryGetValue(source.Path, out var unit) && unit.Source == DigestOf(source) ? unit : null;

    public JavaUnitReader Read(SourceFile source, KeptUnit unit, OuterNames names) => new(source, unit, earlier.Texts, names);

    /// <summary>Of files to be taken over those that cannot be, now that all classes are declared.</summary>
    public List<int> Stale(KeptUnit?[] taken, IReadOnlyList<SourceFile> sources, JavaWorld world, int jobs)
    {
        var (classes, digests) = JavaShapes.Of(world, jobs);
        declared = Enumerable.Range(0, classes.Length).ToLookup(i => classes[i].File.Source.Path, i => KeyValuePair.Create(classes[i].Name, digests[i]));
        if (Array.TrueForAll(taken, unit => unit is null)) return [];
        var changed = Changed(sources.Where((_, i) => taken[i] is not null).Select(s => s.Path).ToHashSet(StringComparer.Ordinal));
        if (changed.Count == 0) return [];
        changed.UnionWith(JavaShapes.Below(changed, world, jobs));
        var isChanged = new bool[earlier.Texts.Count];
        for (var i = 0; i < isChanged.Length; i++) isChanged[i] = changed.Contains(earlier.Texts[i]);
        return [.. Enumerable.Range(0, taken.Length).Where(i => taken[i]?.Asked.Any(name => isChanged[name]) == true)];
    }

    /// <summary>The names that files which are not taken over declared otherwise, in the earlier scan or in this one.</summary>
    HashSet<string> Changed(HashSet<string> taken)
    {
        var before = earlier.Facts.Concat(earlier.Units.Where(u => !taken.Contains(u.Key)).SelectMany(u => u.Value.Declared)).ToHashSet();
        before.SymmetricExceptWith(declared.SelectMany(types => types));
        return [.. before.Select(type => type.Key)];
    }

    /// <summary>Keeps a file that was taken over.</summary>
    public void Keep(KeptUnit unit, JavaUnitReader reader, OuterNames names)
    {
        if (isWorn) Keep(reader.File, unit.Asked.Select(n => earlier.Texts[n]), unit.Declared, names);
        else units[reader.File.Source.Path] = (unit, reader.Functions);
    }

    /// <summary>Keeps a file that was lowered in this scan.</summary>
    public void Keep(JavaFile file, IEnumerable<string> asked, OuterNames names) => Keep(file, asked, [.. declared[file.Source.Path]], names);

    void Keep(JavaFile file, IEnumerable<string> asked, ImmutableArray<KeyValuePair<string, UInt128>> types, OuterNames names)
    {
        if (PageNames.IsPage(file.Source.Path) || JavaUnitWriter.Write(file, texts, names) is not var (code, functions)) return;
        units[file.Source.Path] = (new KeptUnit(DigestOf(file.Source), [.. asked.Select(texts.Of).Order()], code, [], types), functions);
    }

    /// <summary>Keeps that a file was left out.</summary>
    public void KeepLeftOut(SourceFile source) => units[source.Path] = (new KeptUnit(DigestOf(source), [], ReadOnlyMemory<byte>.Empty, [], []), []);

    /// <summary>What the next scan may take over.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Write()
    {
        Recalled = units.Count(u => earlier.Units.TryGetValue(u.Key, out var unit) && unit.Code.Equals(u.Value.Unit.Code));
        var kept = units.OrderBy(u => u.Key, StringComparer.Ordinal).ToDictionary(u => u.Key, u => u.Value.Unit with { Digests = [.. u.Value.Functions.Select(f => f.Digest)] });
        var others = declared.Where(types => !kept.ContainsKey(types.Key)).SelectMany(types => types).ToDictionary(StringComparer.Ordinal);
        return new KeptCode([], isWorn || earlier.Needed == 0 ? texts.Count : earlier.Needed, others, kept).Write(texts);
    }

    static UInt128 DigestOf(SourceFile source)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source.Text.Span, hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
