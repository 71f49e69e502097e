using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>Files of an earlier scan as they were lowered then, and those of this scan for the next.</summary>
sealed class CSharpMemory
{
    const string Imports = "imports";

    readonly KeptCode earlier;
    readonly TextNumbers texts;
    readonly ConcurrentDictionary<string, (UInt128 Source, ReadOnlyMemory<byte> Code, IReadOnlyList<Function> Functions)> units = new();
    readonly bool isWorn;

    public CSharpMemory(KeptCode earlier)
    {
        this.earlier = earlier;
        // Texts that nothing names any more are given up once they may be as many as the others.
        isWorn = earlier.Texts.Count > 2 * earlier.Needed;
        texts = new TextNumbers(isWorn ? [] : earlier.Texts);
        Names = new SignatureNames(texts, earlier.Texts);
    }

    public SignatureNames Names { get; }

    /// <summary>How many files were taken over.</summary>
    public int Recalled { get; private set; }

    public IEnumerable<string> Paths => earlier.Units.Keys;

    /// <summary>What the files imported together, as a digest; zero when nothing is kept.</summary>
    public UInt128 EarlierImports => earlier.Facts.GetValueOrDefault(Imports);

    public UInt128 NewImports { get; set; }

    /// <summary>What is kept of the file at a path; null when nothing is.</summary>
    public CSharpUnitReader? Find(string path) => earlier.Units.TryGetValue(path, out var unit) ? new CSharpUnitReader(unit, earlier.Texts) : null;

    /// <summary>Keeps a file that was taken over.</summary>
    public void Keep(CSharpInput input, CSharpUnitReader reader, IReadOnlyList<SourceFile> files)
    {
        if (!isWorn) units[input.Path] = (input.Digest, reader.Unit.Code, reader.Functions);
        else if (reader.LeftOut is { } reason) KeepLeftOut(input, reason);
        else Keep(input, reader.Skeleton, reader.Declared!, files, reader.Types);
    }

    /// <summary>Keeps a file that was lowered in this scan.</summary>
    /// <param name="files">It, and those that hold other parts of its types.</param>
    public void Keep(CSharpInput input, string skeleton, DeclaredNames declared, IReadOnlyList<SourceFile> files, IReadOnlyList<TypeDeclaration> types)
    {
        var (code, functions) = CSharpUnitWriter.Write(skeleton, declared, files, types, texts, Names);
        units[input.Path] = (input.Digest, code, functions);
    }

    public void KeepLeftOut(CSharpInput input, string reason) => units[input.Path] = (input.Digest, CSharpUnitWriter.WriteLeftOut(reason, texts), []);

    /// <summary>What the next scan may take over, once the functions were run.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Write()
    {
        Recalled = units.Count(u => earlier.Units.TryGetValue(u.Key, out var unit) && unit.Code.Equals(u.Value.Code));
        var kept = new Dictionary<string, KeptUnit>(units.Count, StringComparer.Ordinal);
        foreach (var (path, unit) in units.OrderBy(u => u.Key, StringComparer.Ordinal))
            kept[path] = new KeptUnit(unit.Source, [], unit.Code, [.. unit.Functions.Select(f => f.Digest)], []);
        var facts = new Dictionary<string, UInt128> { [Imports] = NewImports };
        return new KeptCode([], isWorn || earlier.Needed == 0 ? texts.Count : earlier.Needed, facts, kept).Write(texts);
    }
}
