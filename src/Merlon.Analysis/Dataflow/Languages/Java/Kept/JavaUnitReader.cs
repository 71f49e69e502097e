using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.Java.Kept;

/// <summary>
/// Reads what <see cref="JavaUnitWriter"/> wrote, in two steps, as code speaks of the classes of other files. Throws
/// <see cref="FormatException"/> where that cannot be.
/// </summary>
sealed class JavaUnitReader
{
    /// <summary>Code that is nested deeper is not read.</summary>
    const int DeepestType = CodeNesting.Deepest;

    /// <summary>The language allows no more.</summary>
    const int MostDimensions = 255;

    readonly ByteReader from;
    readonly FunctionReader functions;
    readonly KeptUnit unit;

    public JavaUnitReader(SourceFile source, KeptUnit unit, IReadOnlyList<string> texts, OuterNames names)
    {
        (File, this.unit, from) = (new JavaFile(source), unit, new ByteReader(unit.Code, texts));
        functions = new FunctionReader(from, [source], names);
    }

    public JavaFile File { get; }

    /// <summary>The functions of the file, in the order in which they are kept.</summary>
    public IReadOnlyList<Function> Functions => functions.Functions;

    /// <summary>The classes, with all that other files may ask about.</summary>
    public void ReadShapes()
    {
        for (var left = from.Count(); left > 0; left--) functions.Add(functions.Declaration());
        var classes = new JavaClass?[from.Count()];
        for (var left = classes.Length; left > 0; left--) ReadShape(classes);
        File.Classes.AddRange(classes.Select(c => c ?? throw ByteReader.Damaged()));
    }

    /// <summary>The code. The classes of all files must be known.</summary>
    public void ReadCode()
    {
        foreach (var type in File.Classes)
        {
            type.Declaration.Functions.AddRange(from.Each(functions.Function));
            type.Declaration.Initializer = functions.OptionalFunction();
            type.Declaration.Constructs.AddRange(functions.Constructs());
        }
        for (var i = 0; i < Functions.Count; i++)
        {
            functions.ReadBody(Functions[i]);
            Functions[i].Digest = i < unit.Digests.Length ? unit.Digests[i] : null;
        }
    }

    void ReadShape(JavaClass?[] classes)
    {
        var (place, around, name, span, flags) = (from.Number(), from.Number(), from.Text(), functions.Place(), from.Number());
        if (place < 0 || place >= classes.Length || around >= classes.Length) throw ByteReader.Damaged();
        var outer = around < 0 ? null : classes[around] ?? throw ByteReader.Damaged();
        var (supertypes, isLocal) = (from.Each(from.Text), (flags & 8) != 0);
        var declaration = new TypeDeclaration(name, span) { IsInterface = (flags & 1) != 0, IsAbstract = (flags & 2) != 0, Supertypes = isLocal ? supertypes : [] };
        var type = classes[place] = new JavaClass(File, outer, default, declaration) { IsInner = (flags & 4) != 0, IsLocal = isLocal, KnownSupertypes = supertypes };
        declaration.Annotations = functions.Annotations();
        ReadTypes(type.TypeParameters);
        for (var left = from.Count(); left > 0; left--) type.MemberTypes[from.Text()] = from.Text();
        for (var left = from.Count(); left > 0; left--) ReadField(type);
        for (var left = from.Count(); left > 0; left--) type.Add(Method());
    }

    void ReadField(JavaClass type)
    {
        var (name, flags, annotations, declared) = (from.Text(), from.Number(), functions.Annotations(), Type());
        type.FieldTypes[name] = declared;
        type.Declaration.Fields[name] = new FieldDeclaration(name, declared.Erased, (flags & 1) != 0, (flags & 2) != 0, annotations);
    }

    JavaMethod Method()
    {
        var (function, field, result) = (functions.Function(), from.OptionalText(), OptionalType());
        var method = new JavaMethod(function, default, result, from.Each(() => OptionalType())) { Field = field };
        ReadTypes(method.TypeParameters);
        return method;
    }

    void ReadTypes(Dictionary<string, JavaType> named)
    {
        for (var left = from.Count(); left > 0; left--) named[from.Text()] = Type();
    }

    JavaType Type() => OptionalType() ?? throw ByteReader.Damaged();

    int Dimensions() => from.Number() is >= 0 and <= MostDimensions and var count ? count : throw ByteReader.Damaged();

    JavaType? OptionalType(int depth = 0)
    {
        if (depth > DeepestType) throw ByteReader.Damaged();
        return from.OptionalText() is { } name ? new JavaType(name, Dimensions: Dimensions(), Arguments: from.Each(() => OptionalType(depth + 1) ?? throw ByteReader.Damaged())) : null;
    }
}
