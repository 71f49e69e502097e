using System.Collections.Concurrent;
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

    public JavaWorld World { get; } = new(models);
    public JavaNames Names => field ??= new JavaNames(World);
    public JavaDeclarations Declarations => field ??= new JavaDeclarations(World);

    /// <summary>Lowers all files. The result does not depend on the number of jobs.</summary>
    /// <param name="sources">Java files, pages, and mappers in XML.</param>
    public IEnumerable<TypeDeclaration> Lower(IReadOnlyList<SourceFile> sources, int jobs, CancellationToken ct)
    {
        var commands = new MappedCommands(sources.Where(MappedCommands.IsFile));
        sources = [.. sources.Where(s => !MappedCommands.IsFile(s))];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = ct };
        var files = new JavaFile?[sources.Count];
        var pages = new PathIndex<SourceFile>(sources.Where(s => PageNames.IsPage(s.Path)).Select(s => KeyValuePair.Create(s.Path, s)));
        Parallel.For(0, sources.Count, parallel, i => files[i] = Parse(sources[i], pages));
        var read = files.OfType<JavaFile>().ToList();
        foreach (var file in read) DeclareClasses(file);
        var classes = read.SelectMany(f => f.Classes).Where(c => ReferenceEquals(World.Find(c.Name), c)).ToList();
        classes.ForEach(Declarations.DeclareSupertypes);
        World.SupertypesAreDeclared();
        classes.ForEach(Declarations.DeclareMembers);
        classes.ForEach(c => MapperLowering.Lower(c, commands));
        Parallel.ForEach(classes.GroupBy(c => c.File), parallel, group =>
        {
            foreach (var type in group) LowerClass(type);
        });
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

    static JavaFile? Parse(SourceFile source, PathIndex<SourceFile> pages)
    {
        using var parser = new SyntaxParser(Grammar.Java);
        var translated = PageNames.IsPage(source.Path) ? PageTranslator.Translate(source, pages) : null;
        return parser.Parse(translated is null ? source.Text : translated.ToBytes()) is { } tree ? new JavaFile(source, tree, translated) : null;
    }

    void DeclareClasses(JavaFile file)
    {
        foreach (var node in file.Tree.Root.Named)
            if (JavaDeclarations.IsClass(node)) Declarations.DeclareClass(node, file, null);
    }
}
