using System.Collections.Concurrent;
using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.Java.Lowering;
using Merlon.Analysis.Dataflow.Languages.Java.Mappers;
using Merlon.Analysis.Dataflow.Languages.Java.Pages;
using Merlon.Analysis.Dataflow.Languages.Java.Structures;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>
/// Turns Java source files, and pages that hold Java, into the intermediate form. Names, types, overloads and inheritance are resolved over the files given and the
/// described libraries; what is in neither stays unknown. No build and no class files are needed; broken code costs what is broken.
/// </summary>
sealed class JavaFrontEnd(ModelLibrary models)
{
    readonly ConcurrentDictionary<JavaClass, int> anonymous = new();

    /// <summary>The type under which rules name the operators of Java.</summary>
    public const string OperatorType = "java.operator";

    /// <summary>A text put together of so many parts is the longest that is read.</summary>
    const int DeepestTree = 2_000;

    readonly ConcurrentBag<LeftOutFile> leftOut = [];

    /// <summary>Files that were not read, by their paths.</summary>
    public IEnumerable<LeftOutFile> LeftOut => leftOut.OrderBy(f => f.Path, StringComparer.Ordinal);

    public JavaWorld World { get; } = new(models);
    public JavaNames Names => field ??= new JavaNames(World);
    public JavaDeclarations Declarations => field ??= new JavaDeclarations(World);

    /// <summary>Lowers all files. The result does not depend on the number of jobs.</summary>
    /// <param name="sources">Java files, pages, and mappers in XML.</param>
    public IEnumerable<TypeDeclaration> Lower(IReadOnlyList<SourceFile> sources, int jobs, CancellationToken ct)
    {
        var commands = new MappedCommands(sources.Where(MappedCommands.IsFile));
        sources = [.. sources.Where(s => !MappedCommands.IsFile(s))];
        var files = new JavaFile?[sources.Count];
        var pages = new PathIndex<SourceFile>(sources.Where(s => PageNames.IsPage(s.Path)).Select(s => KeyValuePair.Create(s.Path, s)));
        DeepThreads.Each(sources.Count, jobs, i => files[i] = Parse(sources[i], pages), ct);
        var read = files.OfType<JavaFile>().ToList();
        foreach (var file in read) DeclareClasses(file);
        var classes = read.SelectMany(f => f.Classes).Where(c => ReferenceEquals(World.Find(c.Name), c)).ToList();
        classes.ForEach(Declarations.DeclareSupertypes);
        World.SupertypesAreDeclared();
        classes.ForEach(Declarations.DeclareMembers);
        classes.ForEach(c => MapperLowering.Lower(c, commands));
        var groups = classes.GroupBy(c => c.File).Select(g => g.ToList()).ToList();
        DeepThreads.Each(groups.Count, jobs, i => groups[i].ForEach(LowerClass), ct);
        List<TypeDeclaration> types = [.. read.SelectMany(f => f.Classes).Select(c => c.Declaration)];
        NullResults.Note(types);
        return types;
    }

    /// <summary>Lowers a class's initializers and methods.</summary>
    public void LowerClass(JavaClass type)
    {
        type.InstanceInitializer = MethodLowering.LowerInitializers(this, type, isStatic: false);
        type.Declaration.Initializer = MethodLowering.LowerInitializers(this, type, isStatic: true);
        type.Declaration.Functions.AddRange(type.Methods.Select(m => m.Function));
        if (type.InstanceInitializer is { } initializer) type.Declaration.Functions.Add(initializer);
        foreach (var method in type.Methods) MethodLowering.Lower(this, type, method);
        if (!PageNames.IsPage(type.File.Source.Path)) StructureWalker.Observe(type);
    }

    /// <summary>The name of the next anonymous class inside a class.</summary>
    public string NameForAnonymous(JavaClass around) => $"{around.Name}${anonymous.AddOrUpdate(around, 1, (_, n) => n + 1)}";

    /// <summary>A file that is nested too deep is left out.</summary>
    JavaFile? Parse(SourceFile source, PathIndex<SourceFile> pages)
    {
        using var parser = new SyntaxParser(Grammar.Java);
        var translated = PageNames.IsPage(source.Path) ? PageTranslator.Translate(source, pages) : null;
        var text = translated is null ? source.Text : translated.ToBytes();
        if (!CodeNesting.IsTooDeep(Encoding.Latin1.GetString(text.Span)) && parser.Parse(text) is { Depth: <= DeepestTree } tree) return new JavaFile(source, tree, translated);
        leftOut.Add(LeftOutFile.TooDeep(source.Path));
        return null;
    }

    void DeclareClasses(JavaFile file)
    {
        foreach (var node in file.Tree.Root.Named)
            if (JavaDeclarations.IsClass(node)) Declarations.DeclareClass(node, file, null);
    }
}
