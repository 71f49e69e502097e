using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>A language as a scan sees it: which files of a tree are written in it, and how these become a program.</summary>
abstract class Language
{
    /// <summary>All that there are. Each language is a program of its own: they do not call each other.</summary>
    public static IReadOnlyList<Language> All { get; } = [new Java.JavaLanguage(), new CSharp.CSharpLanguage()];

    /// <summary>The name under which something is kept for the next scan.</summary>
    public abstract string Name { get; }

    /// <summary>How the names of its files end.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads a tree's files, settings among them, that a program is made of.</summary>
    public abstract LanguageFiles Read(TreeSources tree);
}

/// <summary>The files of a tree that make a program.</summary>
abstract class LanguageFiles
{
    /// <summary>Adds all that the lowered form of a file depends on besides code.</summary>
    public abstract void AddTo(Digest digest);

    /// <summary>The program. It does not depend on the number of jobs, nor on what was taken over.</summary>
    /// <param name="earlier">Files as an earlier scan lowered them, with the same models; null when nothing is to be kept.</param>
    public abstract LoweredProgram Lower(ModelLibrary models, KeptCode? earlier, int jobs, CancellationToken ct);
}

/// <summary>A program, and what writes its files down for the next scan once it was run; null when nothing is to be kept.</summary>
sealed record LoweredProgram(Program Program, Func<IEnumerable<ReadOnlyMemory<byte>>>? Write);
