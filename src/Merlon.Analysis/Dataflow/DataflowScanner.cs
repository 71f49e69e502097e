using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Languages;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Merlon.Analysis.Dataflow.Rules;
using Merlon.Analysis.Dataflow.Rules.Files;

namespace Merlon.Analysis.Dataflow;

/// <summary>
/// The dataflow engine as a scanner: finds in the source code of a tree where data from outside reaches what it must not, and where
/// dangerous functions are used dangerously.
/// </summary>
public sealed class DataflowScanner : ITreeScanner
{
    // Read when there is something to judge: many trees hold none of these languages.
    readonly Lazy<RuleLibrary> library;
    readonly Lazy<ModelLibrary> models;

    readonly bool hasUserRules;

    /// <param name="rulesFolder">A folder with rules and models of the user's own beside ours, or null.</param>
    public DataflowScanner(string? rulesFolder = null)
    {
        (library, hasUserRules) = (new(() => RuleLibrary.Load(rulesFolder)), rulesFolder is not null);
        models = new(() => library.Value.Models);
    }

    /// <summary>What is wrong in the user's rule files; a caller shows them and does not scan.</summary>
    public ImmutableArray<RuleFileError> RuleErrors => hasUserRules ? library.Value.Errors : [];

    public CodeScanKinds Kind => CodeScanKinds.Code;

    public async IAsyncEnumerable<ScanResult> Scan(TreeScanContext context, [EnumeratorCancellation] CancellationToken ct)
    {
        var saves = new List<Action>();
        var result = await Task.Run(() => Analyze(context, saves, ct), ct).ConfigureAwait(false);
        var saving = Task.Run(() => saves.ForEach(save => save()), CancellationToken.None);
        try
        {
            foreach (var told in Tell(result)) yield return told;
        }
        finally
        {
            await saving.ConfigureAwait(false);
        }
    }

    IEnumerable<ScanResult> Tell(EngineResult result)
    {
        var writer = new FindingWriter(new(() => new SanitizerNotes(library.Value)));
        // Of sinks within one another on a line, fed by one source, one finding is enough.
        foreach (var discovery in result.Discoveries.DistinctBy(d => (d.Rule.Id, d.Span.File.Path, d.Span.Line, d.Label is { } label ? (label.Source.Kind, label.Source.Span, label.Source.Path.Split(Source.Seal)[0]) : (d.Rule.Id, d.Span, "")))) yield return writer.Write(discovery);
        foreach (var file in result.LeftOut) yield return new ScanNote("code-left-out", $"The file {file.Reason}: nothing is said of it.", file.Path);
        foreach (var cut in result.Cut)
            yield return new ScanNote("function-cut", $"{cut} was not followed everywhere: the budget of steps or calls was spent.", cut.Span.File.Path, cut.Span.Line);
    }

    /// <param name="saves">Is told what is left to do for the next scan.</param>
    EngineResult Analyze(TreeScanContext context, List<Action> saves, CancellationToken ct)
    {
        var tree = new TreeSources(context.Tree, Math.Max(1, context.Options.Jobs));
        var found = Language.All.Where(tree.Holds).ToList();
        // The rules are read while the files are.
        if (found.Count > 0) _ = new WorkBeside<ModelLibrary>(() => models.Value);
        var results = found.ConvertAll(language => Analyze(language, tree, context.Options, saves, ct));
        return new EngineResult([.. results.SelectMany(r => r.Discoveries)], [.. results.SelectMany(r => r.Cut)]) { LeftOut = [.. tree.TooLarge(Language.All), .. results.SelectMany(r => r.LeftOut)] };
    }

    EngineResult Analyze(Language language, TreeSources tree, CodeScanOptions options, List<Action> saves, CancellationToken ct)
    {
        var jobs = Math.Max(1, options.Jobs);
        var engine = new EngineOptions { StepsPerEntry = options.Limits.DataflowSteps };
        var earlier = options.CacheFolder is { } folder ? new EarlierScan(folder, language.Name) : null;
        var files = language.Read(tree);
        if (earlier is null) return Run(files.Lower(models.Value, null, jobs, ct).Program, application => new Engine(application, engine).Run(jobs, null, ct), jobs);
        var loweredWith = LoweredWith(files);
        // Kept code is read where it is needed, so that it may turn out late that it is damaged: then nothing of it is used.
        return WithoutWhenDamaged(KeptCode.None, earlier.CodeMadeWith(loweredWith), code =>
        {
            var later = new List<Action>();
            var lowered = files.Lower(models.Value, code, jobs, ct);
            var result = Run(lowered.Program, application => RunKept(application, engine, jobs, earlier, later, ct), jobs);
            // The digests of functions are worked out for the runs.
            saves.AddRange([.. later, () => earlier.WriteCode(loweredWith, lowered.Write!())]);
            return result;
        });
    }

    EngineResult Run(Program program, Func<Application, EngineResult> run, int jobs)
    {
        if (program.Types.Count == 0) return new EngineResult([], []) { LeftOut = program.LeftOut };
        var tooLong = program.Types.Values.SelectMany(t => t.Functions).Where(f => f.IsTooLong).Select(f => new LeftOutFile(f.Span.File.Path, $"holds a function that is too long to be followed, {f.QualifiedName}"));
        ImmutableArray<LeftOutFile> leftOut = [.. program.LeftOut, .. tooLong.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Reason, StringComparer.Ordinal)];
        var application = new Application(program, models.Value, library.Value.Rules, jobs);
        return Judged(run(application), application) with { LeftOut = leftOut };
    }

    EngineResult RunKept(Application application, EngineOptions options, int jobs, EarlierScan earlier, List<Action> saves, CancellationToken ct)
    {
        var madeWith = MadeWith(application.Program, options);
        return WithoutWhenDamaged(KeptRuns.None, earlier.RunsMadeWith(madeWith), runs =>
        {
            var memory = new RunMemory(application, options, runs, jobs);
            var result = new Engine(application, options, memory).Run(jobs, null, ct);
            saves.Add(() => earlier.WriteRuns(madeWith, memory.Kept()));
            return result;
        });
    }

    /// <summary>Does something with what was kept; where that turns out to be damaged, once more with nothing.</summary>
    static EngineResult WithoutWhenDamaged<T>(T nothing, T kept, Func<T, EngineResult> run)
        where T : class
    {
        try
        {
            return run(kept);
        }
        catch (FormatException) when (!ReferenceEquals(kept, nothing))
        {
            return run(nothing);
        }
    }

    /// <summary>The discoveries, with whom their data can come from.</summary>
    static EngineResult Judged(EngineResult result, Application application) => result with
    {
        Discoveries = [.. result.Discoveries.Select(d => d with { IsOfAdministrators = d.Label is { } label && application.EntryPoints.IsPrivileged(label.Step.First.Function) })],
    };

    /// <summary>All that a run depends on besides the code: this build of the engine, its options, rules and models, and the program's pages.</summary>
    UInt128 MadeWith(Program program, EngineOptions options)
    {
        using var digest = NewDigest();
        digest.Add(options.ToString());
        foreach (var page in program.Pages.Paths) digest.Add(page);
        foreach (var page in program.Pages.Values) digest.Add(string.Join(',', page.Parameters.Select(p => p.Type)));
        return digest.Take();
    }

    /// <summary>All that the form of a file depends on besides code: this build of the engine, its models, and other files.</summary>
    UInt128 LoweredWith(LanguageFiles files)
    {
        using var digest = NewDigest();
        files.AddTo(digest);
        return digest.Take();
    }

    Digest NewDigest() => new Digest().Add(typeof(DataflowScanner).Module.ModuleVersionId.ToString()).Add(Environment.Version.ToString()).Add(library.Value.Digest);
}
