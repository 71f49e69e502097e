using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.Java.Kept;
using Merlon.Analysis.Dataflow.Languages.Java.Mappers;
using Merlon.Analysis.Dataflow.Languages.Java.Pages;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>
/// Turns Java source files, and pages that hold Java, into the intermediate form. Names, types, overloads and inheritance are resolved over the files given and the
/// described libraries; what is in neither stays unknown. No build and no class files are needed; broken code costs what is broken.
/// </summary>
/// <param name="memory">Files of an earlier scan, and where this one's are kept; or null.</param>
sealed class JavaFrontEnd(ModelLibrary models, JavaMemory? memory = null)
{
    /// <summary>The type under which rules name the operators of Java.</summary>
    public const string OperatorType = "java.operator";

    /// <summary>A text put together of so many parts is the longest that is read.</summary>
    const int DeepestTree = 2_000;

    /// <summary>Files that were not read, by their paths.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; private set; } = [];

    /// <summary>Lowers all files. The result does not depend on the number of jobs, nor on what was taken over.</summary>
    /// <param name="sources">Java files, pages, and mappers in XML.</param>
    public IEnumerable<TypeDeclaration> Lower(IReadOnlyList<SourceFile> sources, int jobs, CancellationToken ct)
    {
        var commands = new MappedCommands(sources.Where(MappedCommands.IsFile));
        var pages = new PathIndex<SourceFile>(sources.Where(s => PageNames.IsPage(s.Path)).Select(s => KeyValuePair.Create(s.Path, s)));
        sources = [.. sources.Where(s => !MappedCommands.IsFile(s))];
        var taken = new KeptUnit?[sources.Count];
        DeepThreads.Each(sources.Count, jobs, i => taken[i] = memory?.Find(sources[i]), ct);
        var parsed = new ParsedFile?[sources.Count];
        for (; ; )
        {
            DeepThreads.Each(sources.Count, jobs, i => parsed[i] ??= taken[i] is null ? Parse(sources[i], pages) : null, ct);
            var program = new JavaProgram(models, memory, sources, parsed, taken);
            program.Declare(jobs, ct);
            // What was taken over and asked about something that is declared anew must be lowered, and may be declared anew itself.
            if (memory?.Stale(taken, sources, program.World, jobs) is { Count: > 0 } stale)
            {
                stale.ForEach(i => taken[i] = null);
                continue;
            }
            LeftOut = [.. program.LeftOut];
            var types = program.Lower(commands, jobs, ct);
            return types;
        }
    }

    /// <summary>A file that is nested too deep is left out.</summary>
    static ParsedFile Parse(SourceFile source, PathIndex<SourceFile> pages)
    {
        using var parser = new SyntaxParser(Grammar.Java);
        var translated = PageNames.IsPage(source.Path) ? PageTranslator.Translate(source, pages) : null;
        var text = translated is null ? source.Text : translated.ToBytes();
        return !CodeNesting.IsTooDeep(Encoding.Latin1.GetString(text.Span)) && parser.Parse(text) is { Depth: <= DeepestTree } tree ? new(tree, translated) : new(null, null);
    }
}

/// <summary>A file's tree; null when it is left out. For a page, what its text was translated to.</summary>
sealed record ParsedFile(SyntaxTree? Tree, MappedText? Translated);
