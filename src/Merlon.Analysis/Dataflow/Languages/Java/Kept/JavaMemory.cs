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
    readonly ConcurrentDictionary<string, (UInt128 Source, ImmutableArray<int> Asked, ReadOnlyMemory<byte> Code, IReadOnlyList<Function> Functions)> units = new();
    readonly bool isWorn;
    Dictionary<string, UInt128> shapes = [];

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
    public List<int> Stale(KeptUnit?[] taken, JavaWorld world, int jobs)
    {
        shapes = JavaShapes.Of(world, jobs);
        var isChanged = new bool[earlier.Texts.Count];
        for (var i = 0; i < isChanged.Length; i++) isChanged[i] = shapes.GetValueOrDefault(earlier.Texts[i]) != earlier.Facts.GetValueOrDefault(earlier.Texts[i]);
        return [.. Enumerable.Range(0, taken.Length).Where(i => taken[i]?.Asked.Any(name => isChanged[name]) == true)];
    }

    /// <summary>Keeps a file that was taken over.</summary>
    public void Keep(KeptUnit unit, JavaUnitReader reader, OuterNames names)
    {
        if (isWorn) Keep(reader.File, unit.Asked.Select(n => earlier.Texts[n]), names);
        else units[reader.File.Source.Path] = (unit.Source, unit.Asked, unit.Code, reader.Functions);
    }

    /// <summary>Keeps a file that was lowered in this scan.</summary>
    public void Keep(JavaFile file, IEnumerable<string> asked, OuterNames names)
    {
        if (PageNames.IsPage(file.Source.Path) || JavaUnitWriter.Write(file, texts, names) is not var (code, functions)) return;
        units[file.Source.Path] = (DigestOf(file.Source), [.. asked.Select(texts.Of).Order()], code, functions);
    }

    /// <summary>Keeps that a file was left out.</summary>
    public void KeepLeftOut(SourceFile source) => units[source.Path] = (DigestOf(source), [], ReadOnlyMemory<byte>.Empty, []);

    /// <summary>What the next scan may take over.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Write()
    {
        Recalled = units.Count(u => earlier.Units.TryGetValue(u.Key, out var unit) && unit.Code.Equals(u.Value.Code));
        var kept = units.OrderBy(u => u.Key, StringComparer.Ordinal).ToDictionary(u => u.Key, u => new KeptUnit(u.Value.Source, u.Value.Asked, u.Value.Code, [.. u.Value.Functions.Select(f => f.Digest)]));
        return new KeptCode([], isWorn || earlier.Needed == 0 ? texts.Count : earlier.Needed, shapes, kept).Write(texts);
    }

    static UInt128 DigestOf(SourceFile source)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source.Text.Span, hash);
        return new UInt128(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash[8..]));
    }
}
