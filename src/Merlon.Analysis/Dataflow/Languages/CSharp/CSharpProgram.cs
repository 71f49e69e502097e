using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;
using Merlon.Analysis.Dataflow.Languages.CSharp.Pages;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>C# files while they are declared and lowered together: some from their text, some as an earlier scan lowered them.</summary>
sealed class CSharpProgram(IReadOnlyList<CSharpInput> inputs, KeptFiles kept, CSharpMemory? memory, int jobs, CancellationToken ct)
{
    readonly CSharpFile?[] files = new CSharpFile?[inputs.Count];
    readonly string?[] skeletons = new string?[inputs.Count];
    readonly ConcurrentBag<LeftOutFile> leftOut = [];

    public IEnumerable<LeftOutFile> LeftOut => leftOut;

    /// <summary>All types, in the order of their places.</summary>
    /// <param name="worldOf">What files are lowered with.</param>
    public List<TypeDeclaration> Lower(Func<IReadOnlyList<CSharpFile>, KeptFiles, CSharpWorld> worldOf)
    {
        kept.Find(inputs);
        Parse();
        kept.Judge(i => files[i] is { LeftOut: null } ? CSharpFile.ParseSkeleton(SkeletonOf(i), inputs[i].Path) : null);
        Parse();
        var world = kept.AreAll ? null : worldOf(Readable(), kept);
        if (memory is not null && world is not null && world.ImportsDigest != memory.EarlierImports)
        {
            kept.DropAll();
            Parse();
            world = worldOf(Readable(), kept);
        }
        memory?.NewImports = world?.ImportsDigest ?? memory.EarlierImports;
        return Lower(world);
    }

    List<TypeDeclaration> Lower(CSharpWorld? world)
    {
        var sources = inputs.DistinctBy(i => i.Path).ToDictionary(i => i.Path, i => i.Source, StringComparer.Ordinal);
        foreach (var origin in inputs.SelectMany(i => i.Origins)) sources.TryAdd(origin.Path, origin);
        List<TypeDeclaration> types = [.. kept.ReadTypes(sources.GetValueOrDefault)];
        var declared = world is null ? [] : new Declarations(world).Declare();
        types.AddRange(declared.Select(t => t.Declaration));
        types.Sort(Declarations.Compare);
        foreach (var type in types) memory?.Names.Add(type);
        var byTree = declared.ToLookup(t => t.Tree);
        DeepThreads.Each(inputs.Count, jobs, i =>
        {
            if (kept[i] is { } reader) TakeOver(i, reader, sources.GetValueOrDefault);
            else if (files[i]!.LeftOut is { } reason) LeaveOut(i, reason);
            else LowerFile(i, [.. byTree[files[i]!.Tree]], world!);
        }, ct);
        return types;
    }

    void Parse() => DeepThreads.Each(inputs.Count, jobs, i => files[i] ??= kept[i] is null ? inputs[i].Parse() : null, ct);

    IReadOnlyList<CSharpFile> Readable()
    {
        List<CSharpFile> read = [.. files.OfType<CSharpFile>().Where(f => f.LeftOut is null)];
        return [.. read, .. kept.Needed(read.Select(f => f.Tree))];
    }

    string SkeletonOf(int i) => skeletons[i] ??= Skeleton.Of(files[i]!.Tree);

    void TakeOver(int i, CSharpUnitReader reader, Func<string, SourceFile?> find)
    {
        if (reader.LeftOut is { } reason) leftOut.Add(new LeftOutFile(inputs[i].Path, reason));
        else reader.ReadCode();
        memory!.Keep(inputs[i], reader, KeptFiles.FilesOf(reader, find));
    }

    void LeaveOut(int i, LeftOutFile reason)
    {
        leftOut.Add(reason);
        memory?.KeepLeftOut(inputs[i], reason.Reason);
    }

    void LowerFile(int i, List<CSharpType> types, CSharpWorld world)
    {
        var models = new Dictionary<SyntaxTree, SemanticModel>();
        foreach (var type in types) new TypeLowering(world, type, models).Lower();
        var source = files[i]!.Source;
        if (types is [var first, ..] && !PageTypes.IsPage(source.Path)) first.Declaration.Constructs.AddRange(SuspiciousComments.In(source));
        if (memory is null) return;
        var parts = types.SelectMany(t => t.Symbol.DeclaringSyntaxReferences).Select(r => world.FileOf(r.SyntaxTree));
        var sources = parts.SelectMany(f => f.Origins.Prepend(f.Source)).Prepend(source).Distinct();
        memory.Keep(inputs[i], SkeletonOf(i), DeclaredNames.Of(files[i]!.Tree), [.. sources], [.. types.Select(t => t.Declaration)]);
    }
}
