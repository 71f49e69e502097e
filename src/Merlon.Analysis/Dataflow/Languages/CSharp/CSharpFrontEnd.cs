using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.CSharp.Pages;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>
/// Turns C# source files into the intermediate form, by Roslyn's semantic model and operations. All files are one compilation with the
/// runtime's own class library; what they use beside it, and what is broken, is lowered by its names. Operations are lowered directly
/// and not through Roslyn's control-flow graphs, because the interpreter follows loops with one head and one way back.
/// </summary>
sealed class CSharpFrontEnd(ModelLibrary models)
{
    /// <summary>The type under which rules name the operators of C#.</summary>
    public const string OperatorType = "csharp.operator";

    readonly ConcurrentBag<LeftOutFile> leftOut = [];

    /// <summary>Files that were not read, by their paths.</summary>
    public IEnumerable<LeftOutFile> LeftOut => leftOut.OrderBy(f => f.Path, StringComparer.Ordinal);

    /// <summary>Lowers all files. The result does not depend on the number of jobs.</summary>
    public IEnumerable<TypeDeclaration> Lower(IReadOnlyList<SourceFile> sources, bool hasImplicitUsings, int jobs, CancellationToken ct)
    {
        if (sources.Count == 0) return [];
        var files = new CSharpFile?[sources.Count];
        var pages = new PageReader(sources);
        DeepThreads.Each(sources.Count, jobs, i => files[i] = Parsed(pages, sources[i]), ct);
        var world = new CSharpWorld([.. files.OfType<CSharpFile>()], models, hasImplicitUsings);
        var types = new Declarations(world).Declare();
        var groups = types.GroupBy(t => t.Declaration.Span.File).Select(g => g.ToList()).ToList();
        DeepThreads.Each(groups.Count, jobs, i => LowerAll(groups[i], world), ct);
        List<TypeDeclaration> declared = [.. types.Select(t => t.Declaration)];
        NullResults.Note(declared);
        return declared;
    }

    /// <summary>A file that is no page, or is nested too deep, is left out.</summary>
    CSharpFile? Parsed(PageReader pages, SourceFile source)
    {
        if (pages.Read(source) is not { } file) return null;
        if (file.LeftOut is not { } reason) return file;
        leftOut.Add(reason);
        return null;
    }

    static void LowerAll(List<CSharpType> types, CSharpWorld world)
    {
        var models = new Dictionary<SyntaxTree, SemanticModel>();
        foreach (var type in types) new TypeLowering(world, type, models).Lower();
        if (PageTypes.IsPage(types[0].Declaration.Span.File.Path)) return;
        types[0].Declaration.Constructs.AddRange(SuspiciousComments.In(types[0].Declaration.Span.File));
    }
}
