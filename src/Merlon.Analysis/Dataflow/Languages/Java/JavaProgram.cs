using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Languages.Java.Kept;
using Merlon.Analysis.Dataflow.Languages.Java.Mappers;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>Java files while they are declared and lowered together: some from their text, some as an earlier scan lowered them.</summary>
sealed class JavaProgram
{
    readonly JavaMemory? memory;
    readonly IReadOnlyList<SourceFile> sources;
    readonly KeptUnit?[] taken;
    readonly JavaUnitReader?[] readers;
    readonly JavaFileFrontEnd?[] files;
    readonly OuterNames names = new();

    public JavaProgram(ModelLibrary models, JavaMemory? memory, IReadOnlyList<SourceFile> sources, ParsedFile?[] parsed, KeptUnit?[] taken)
    {
        (World, this.memory, this.sources, this.taken) = (new JavaWorld(models), memory, sources, taken);
        readers = [.. taken.Select((unit, i) => unit is { IsLeftOut: false } ? memory!.Read(sources[i], unit, names) : null)];
        files = [.. sources.Select((source, i) => FileAt(i, source, parsed[i]))];
    }

    public JavaWorld World { get; }

    public IEnumerable<LeftOutFile> LeftOut => sources.Where((_, i) => files[i] is null).Select(s => LeftOutFile.TooDeep(s.Path));

    /// <summary>Declares all classes with their members.</summary>
    public void Declare(int jobs, CancellationToken ct)
    {
        DeepThreads.Each(readers.Length, jobs, i => readers[i]?.ReadShapes(), ct);
        foreach (var file in files) file?.DeclareClasses();
        var classes = files.OfType<JavaFileFrontEnd>().SelectMany(f => Declared(f).Select(c => (File: f, Class: c))).ToList();
        foreach (var (file, type) in classes) file.Declarations.DeclareSupertypes(type);
        World.SupertypesAreDeclared();
        foreach (var (file, type) in classes)
        {
            if (!file.File.IsTakenOver) file.Declarations.DeclareMembers(type);
            names.Add(type.Declaration, [.. type.Methods.Select(m => m.Function)]);
        }
    }

    /// <summary>Lowers what must be and takes over the rest; all types, in the order of files.</summary>
    public List<TypeDeclaration> Lower(MappedCommands commands, int jobs, CancellationToken ct)
    {
        DeepThreads.Each(files.Length, jobs, i => Lower(i, commands), ct);
        return [.. files.OfType<JavaFileFrontEnd>().SelectMany(f => f.File.Classes).Select(c => c.Declaration)];
    }

    void Lower(int i, MappedCommands commands)
    {
        if (files[i] is not { } file)
        {
            memory?.KeepLeftOut(sources[i]);
            return;
        }
        if (readers[i] is { } reader)
        {
            reader.ReadCode();
            memory!.Keep(taken[i]!, reader, names);
            return;
        }
        var classes = Declared(file).ToList();
        classes.ForEach(new MapperLowering(file.World, file.Names, commands).Lower);
        classes.ForEach(file.LowerClass);
        memory?.Keep(file.File, file.Asked, names);
    }

    JavaFileFrontEnd? FileAt(int i, SourceFile source, ParsedFile? parsed)
    {
        var file = readers[i]?.File ?? (parsed?.Tree is { } tree ? new JavaFile(source, tree, parsed.Translated) : null);
        return file is null ? null : new JavaFileFrontEnd(file, World, isNoting: memory is not null && !file.IsTakenOver);
    }

    /// <summary>The classes that go by their names: of two with one name, the first.</summary>
    IEnumerable<JavaClass> Declared(JavaFileFrontEnd file) => file.File.Classes.Where(c => !c.IsLocal && ReferenceEquals(World.Find(c.Name), c));
}
