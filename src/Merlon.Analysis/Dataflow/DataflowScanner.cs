using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Languages.CSharp;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Languages.CSharp.Pages;
using Merlon.Analysis.Dataflow.Languages.CSharp.Settings;
using Merlon.Analysis.Dataflow.Languages.Java;
using Merlon.Analysis.Dataflow.Languages.Java.Kept;
using Merlon.Analysis.Dataflow.Languages.Java.Mappers;
using Merlon.Analysis.Dataflow.Languages.Java.Pages;
using Merlon.Analysis.Dataflow.Languages.Java.Settings;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Merlon.Analysis.Dataflow.Rules;
using Merlon.Analysis.Dataflow.Rules.Files;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Dataflow;

/// <summary>
/// The dataflow engine as a scanner: finds in the source code of a tree where data from outside reaches what it must not, and where
/// dangerous functions are used dangerously.
/// </summary>
public sealed class DataflowScanner : ITreeScanner
{
    const long LargestFile = 4 << 20;

    static readonly string[] JavaExtensions = [".java", .. PageNames.Extensions], CSharpExtensions = [".cs", .. PageTypes.Extensions];

    // Read when there is something to judge: many trees hold none of these languages.
    readonly Lazy<RuleLibrary> library;

    readonly bool hasUserRules;

    /// <param name="rulesFolder">A folder with rules and models of the user's own beside ours, or null.</param>
    public DataflowScanner(string? rulesFolder = null) => (library, hasUserRules) = (new(() => RuleLibrary.Load(rulesFolder)), rulesFolder is not null);

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

    /// <summary>Each language is a program of its own: they do not call each other.</summary>
    /// <param name="saves">Is told what is left to do for the next scan.</param>
    EngineResult Analyze(TreeScanContext context, List<Action> saves, CancellationToken ct)
    {
        var tooLarge = TooLarge(context);
        if (!context.Tree.Files.Any(f => IsSource(f, JavaExtensions) || IsSource(f, CSharpExtensions))) return new EngineResult([], []) { LeftOut = tooLarge };
        var models = library.Value.Models;
        var jobs = Math.Max(1, context.Options.Jobs);
        var options = new EngineOptions { StepsPerEntry = context.Options.Limits.DataflowSteps };
        var kept = context.Options.CacheFolder;
        EngineResult Analyzed(string language, Func<string?, (Program Program, Action? Keep)> lower) => WithCodeOf(kept, saves, (folder, later) =>
        {
            var earlier = kept is null ? null : new EarlierRuns(Path.Combine(kept, $"dataflow-{language}.runs"));
            var (program, keep) = lower(folder);
            var result = Run(program, models, options, jobs, earlier, later, ct);
            // The digests of functions are worked out for the runs.
            if (keep is not null) later.Add(keep);
            return result;
        });
        var java = Analyzed("java", folder => JavaProgram(context, folder, models, jobs, ct));
        var csharp = Analyzed("csharp", folder => CSharpProgram(context, folder, models, jobs, ct));
        return new EngineResult([.. java.Discoveries, .. csharp.Discoveries], [.. java.Cut, .. csharp.Cut]) { LeftOut = [.. tooLarge, .. java.LeftOut, .. csharp.LeftOut] };
    }

    /// <summary>Kept code is read where it is needed, so that it may turn out late that it is damaged: then nothing of it is used.</summary>
    static EngineResult WithCodeOf(string? folder, List<Action> saves, Func<string?, List<Action>, EngineResult> run)
    {
        try
        {
            var later = new List<Action>();
            var result = run(folder, later);
            saves.AddRange(later);
            return result;
        }
        catch (FormatException) when (folder is not null)
        {
            return run(null, saves);
        }
    }

    static ImmutableArray<LeftOutFile> TooLarge(TreeScanContext context) =>
    [
        .. from file in context.Tree.Files
           where file.Size > LargestFile && (HasExtension(file, JavaExtensions) || HasExtension(file, CSharpExtensions))
           select new LeftOutFile(file.Path, $"is larger than {LargestFile >> 20} MB"),
    ];

    EngineResult Run(Program program, ModelLibrary models, EngineOptions options, int jobs, EarlierRuns? earlier, List<Action> saves, CancellationToken ct)
    {
        if (program.Types.Count == 0) return new EngineResult([], []) { LeftOut = program.LeftOut };
        var tooLong = program.Types.Values.SelectMany(t => t.Functions).Where(f => f.IsTooLong).Select(f => new LeftOutFile(f.Span.File.Path, $"holds a function that is too long to be followed, {f.QualifiedName}"));
        ImmutableArray<LeftOutFile> leftOut = [.. program.LeftOut, .. tooLong.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Reason, StringComparer.Ordinal)];
        var application = new Application(program, models, library.Value.Rules, jobs);
        var result = earlier is null ? new Engine(application, options).Run(jobs, null, ct) : RunKept(application, options, jobs, earlier, saves, ct);
        return Judged(result, application) with { LeftOut = leftOut };
    }

    EngineResult RunKept(Application application, EngineOptions options, int jobs, EarlierRuns earlier, List<Action> saves, CancellationToken ct)
    {
        var madeWith = MadeWith(application.Program, options);
        try
        {
            return Run(earlier.MadeWith(madeWith));
        }
        catch (FormatException)
        {
            return Run(KeptRuns.None);
        }

        EngineResult Run(KeptRuns runs)
        {
            var memory = new RunMemory(application, options, runs, jobs);
            var result = new Engine(application, options, memory).Run(jobs, null, ct);
            saves.Add(() => earlier.Write(madeWith, memory.Kept()));
            return result;
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
        using var digest = new Digest();
        digest.Add(typeof(DataflowScanner).Module.ModuleVersionId.ToString()).Add(Environment.Version.ToString()).Add(options.ToString()).Add(library.Value.Digest);
        foreach (var page in program.Pages.Paths) digest.Add(page);
        foreach (var page in program.Pages.Values) digest.Add(string.Join(',', page.Parameters.Select(p => p.Type)));
        return digest.Take();
    }

    /// <summary>The program, and what keeps its code once it was run; null when nothing is kept.</summary>
    (Program Program, Action? Keep) JavaProgram(TreeScanContext context, string? folder, ModelLibrary models, int jobs, CancellationToken ct)
    {
        var sources = Sources(context, JavaExtensions).ToList();
        if (sources.Count > 0)
            sources.AddRange(Sources(context, [".html"]).Where(TemplateReader.Prints).Concat(Sources(context, [".xml"]).Where(MappedCommands.IsMapper)));
        if (folder is null || sources.Count == 0) return (JavaProgram(context, sources, new JavaFrontEnd(models), jobs, ct), null);
        var file = new KeptFile(Path.Combine(folder, "dataflow-java.code"), LoweredWith(sources.Where(MappedCommands.IsFile)));
        try
        {
            return Lower(file.Read() is { } kept ? KeptCode.Read(kept) : KeptCode.None);
        }
        catch (FormatException)
        {
            return Lower(KeptCode.None);
        }

        (Program, Action) Lower(KeptCode earlier)
        {
            var memory = new JavaMemory(earlier);
            return (JavaProgram(context, sources, new JavaFrontEnd(models, memory), jobs, ct), () => file.Write(memory.Write()));
        }
    }

    static Program JavaProgram(TreeScanContext context, List<SourceFile> sources, JavaFrontEnd frontEnd, int jobs, CancellationToken ct)
    {
        var types = frontEnd.Lower(sources, jobs, ct).ToList();
        if (types.Count > 0) types.AddRange(JavaSettings.Read(Sources(context, [".xml"], JavaSettings.IsOne)));
        return new Program(types, Resources(context)) { LeftOut = [.. frontEnd.LeftOut], OperatorType = JavaFrontEnd.OperatorType, Pages = PagesOf(types, PageNames.ServiceOf), PathsOfView = PageNames.PathsOfView };
    }

    /// <summary>All that the form of a file depends on besides code: this build of the engine, its models, and other files.</summary>
    UInt128 LoweredWith(IEnumerable<SourceFile> others, bool hasImplicitUsings = false)
    {
        using var digest = new Digest();
        digest.Add(typeof(DataflowScanner).Module.ModuleVersionId.ToString()).Add(Environment.Version.ToString()).Add(library.Value.Digest).Add(hasImplicitUsings);
        foreach (var other in others) digest.Add(other.Path).Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(other.Text.Span)));
        return digest.Take();
    }

    static PathIndex<Function> PagesOf(IEnumerable<TypeDeclaration> types, Func<TypeDeclaration, Function?> printer) =>
        new(types.Select(printer).OfType<Function>().Select(f => KeyValuePair.Create(f.Span.File.Path, f)));

    /// <summary>The program, and what keeps its code once it was run; null when nothing is kept.</summary>
    (Program Program, Action? Keep) CSharpProgram(TreeScanContext context, string? folder, ModelLibrary models, int jobs, CancellationToken ct)
    {
        var sources = Sources(context, CSharpExtensions).ToList();
        if (sources.Count == 0) return (new Program([], []), null);
        var hasImplicitUsings = HasImplicitUsings(context);
        if (folder is null) return (CSharpProgram(context, sources, hasImplicitUsings, new CSharpFrontEnd(models), jobs, ct), null);
        var file = new KeptFile(Path.Combine(folder, "dataflow-csharp.code"), LoweredWith([], hasImplicitUsings));
        try
        {
            return Lower(file.Read() is { } kept ? KeptCode.Read(kept) : KeptCode.None);
        }
        catch (FormatException)
        {
            return Lower(KeptCode.None);
        }

        (Program, Action) Lower(KeptCode earlier)
        {
            var memory = new CSharpMemory(earlier);
            return (CSharpProgram(context, sources, hasImplicitUsings, new CSharpFrontEnd(models, memory), jobs, ct), () => file.Write(memory.Write()));
        }
    }

    static Program CSharpProgram(TreeScanContext context, List<SourceFile> sources, bool hasImplicitUsings, CSharpFrontEnd frontEnd, int jobs, CancellationToken ct)
    {
        var settings = Settings(context).ToList();
        var types = frontEnd.Lower(sources, hasImplicitUsings, jobs, ct).Concat(SettingsFiles.Read(settings)).ToList();
        return new Program(types, SettingsFiles.Values(settings))
        {
            LeftOut = [.. frontEnd.LeftOut],
            OperatorType = CSharpFrontEnd.OperatorType,
            TextMethod = "ToString",
            RootType = "System.Object",
            TextType = "System.String",
            Pages = PagesOf(types, PageTypes.FunctionOf),
            PathsOfView = PageTypes.PathsOfView,
        };
    }

    static IEnumerable<SourceFile> Settings(TreeScanContext context) =>
        from file in context.Tree.Files
        where file.Size <= LargestFile && SettingsFiles.IsOne(file.Name)
        select new SourceFile(file.Path, Read(context.Tree, file));

    /// <summary>Projects that say so import the usual namespaces without naming them; loose files are taken to.</summary>
    static bool HasImplicitUsings(TreeScanContext context)
    {
        var projects = context.Tree.Files.Where(f => f.Size <= LargestFile && f.Name.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
            || f.Name.Equals("Directory.Build.props", StringComparison.OrdinalIgnoreCase)).ToList();
        return projects.Count == 0 || projects.Exists(f => Encoding.UTF8.GetString(Read(context.Tree, f)).Contains("<ImplicitUsings>", StringComparison.OrdinalIgnoreCase));
    }

    static bool IsSource(TreeFile file, string[] extensions) => file.Size <= LargestFile && HasExtension(file, extensions);

    static bool HasExtension(TreeFile file, string[] extensions) => extensions.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    static IEnumerable<SourceFile> Sources(TreeScanContext context, string[] extensions, Func<string, bool>? isOne = null) =>
        from file in context.Tree.Files
        where IsSource(file, extensions) && isOne?.Invoke(file.Path) != false
        select new SourceFile(file.Path, Read(context.Tree, file));

    static IEnumerable<ResourceFile> Resources(TreeScanContext context) =>
        from file in context.Tree.Files
        where file.Size <= LargestFile && file.Name.EndsWith(".properties", StringComparison.Ordinal)
        select PropertiesFile.Read(file.Path, Encoding.UTF8.GetString(Read(context.Tree, file)));

    static byte[] Read(ScannedTree tree, TreeFile file)
    {
        using var stream = tree.Open(file);
        var bytes = new byte[stream.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}
