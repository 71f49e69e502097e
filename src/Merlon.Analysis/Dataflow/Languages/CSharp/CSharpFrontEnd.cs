using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Languages.CSharp.Pages;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>
/// Turns C# source files into the intermediate form, by Roslyn's semantic model and operations. All files are one compilation with the
/// runtime's own class library; what they use beside it, and what is broken, is lowered by its names. Operations are lowered directly
/// and not through Roslyn's control-flow graphs, because the interpreter follows loops with one head and one way back.
/// </summary>
/// <param name="memory">Files of an earlier scan, and where this one's are kept; or null.</param>
sealed class CSharpFrontEnd(ModelLibrary models, CSharpMemory? memory = null)
{
    /// <summary>The type under which rules name the operators of C#.</summary>
    public const string OperatorType = "csharp.operator";

    /// <summary>Files that were not read, by their paths.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; private set; } = [];

    /// <summary>Lowers all files. The result does not depend on the number of jobs, nor on what was taken over.</summary>
    public IEnumerable<TypeDeclaration> Lower(IReadOnlyList<SourceFile> sources, bool hasImplicitUsings, int jobs, CancellationToken ct)
    {
        if (sources.Count == 0) return [];
        var inputs = new CSharpInput?[sources.Count];
        var pages = new PageReader(sources);
        DeepThreads.Each(sources.Count, jobs, i => inputs[i] = pages.Read(sources[i]), ct);
        var program = new CSharpProgram([.. inputs.OfType<CSharpInput>()], new KeptFiles(memory, jobs, ct), memory, jobs, ct);
        var types = program.Lower((files, kept) => new CSharpWorld(files, models, hasImplicitUsings, kept, memory?.Names));
        LeftOut = [.. program.LeftOut.OrderBy(f => f.Path, StringComparer.Ordinal)];
        return types;
    }
}
