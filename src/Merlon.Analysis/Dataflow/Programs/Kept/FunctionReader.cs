using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>Reads what <see cref="FunctionWriter"/> wrote. Throws <see cref="FormatException"/> where that cannot be.</summary>
sealed class FunctionReader
{
    readonly ByteReader from;
    readonly IReadOnlyList<SourceFile> files;
    readonly IOuterNames program;
    readonly List<Function> functions = [];
    readonly PlaceReader places;
    readonly Func<Mention> mention;
    readonly Func<HandedArgument> handed;
    readonly Func<Function> reference;
    readonly Func<string> text;

    /// <param name="files">The file, and others that code of the same types stands in.</param>
    /// <param name="program">The functions and types of other files.</param>
    public FunctionReader(ByteReader from, IReadOnlyList<SourceFile> files, IOuterNames program)
    {
        (this.from, this.files, this.program, places) = (from, files, program, new PlaceReader(from, files, program));
        (mention, handed, reference, text) = (Mention, Handed, Reference, from.Text);
    }

    public ByteReader From => from;

    /// <summary>A function of the file, by its number.</summary>
    public Function Function() => From.Number() is >= 0 and var number && number < functions.Count ? functions[number] : throw ByteReader.Damaged();

    public Function? OptionalFunction() => From.Number() is >= 0 and var number ? number < functions.Count ? functions[number] : throw ByteReader.Damaged() : null;

    public IReadOnlyList<Function> Functions => functions;

    /// <summary>Takes in the next function.</summary>
    public void Add(Function function) => functions.Add(function);

    public Function Declaration()
    {
        var (name, owner, parameters, result, place, annotations, flags) = (from.Text(), from.Text(), from.Each(Parameter), from.OptionalText(), Place(), Annotations(), from.Number());
        return new Function
        {
            Name = name,
            Owner = owner,
            Parameters = parameters,
            Span = place,
            ResultType = result,
            Annotations = annotations,
            IsStatic = (flags & 1) != 0,
            IsAbstract = (flags & 2) != 0,
            IsNative = (flags & 4) != 0,
            IsPublic = (flags & 8) != 0,
            IsClosure = (flags & 16) != 0,
            IsVariadic = (flags & 32) != 0,
        };
    }

    public ImmutableArray<Annotation> Annotations() => from.Each(() => new Annotation(from.Text(), Arguments()));

    /// <summary>What the program as a whole asks about the code; the code itself is read when it is asked for.</summary>
    public void ReadBody(Function function)
    {
        (function.IsTooLong, function.Captures, function.SlotCount) = (from.Truth(), from.Number(), from.Number());
        function.Constructs.AddRange(Constructs());
        var outline = new FunctionOutline(from.Truth(), from.Number(), (CodeMarks)from.Number(), from.Each(text), from.Number(), from.Each(mention));
        if (!outline.HasBody) return;
        var (slots, code) = (function.SlotCount, from.Bytes());
        function.ReadLater(outline, () => new CodeReader(slots, outline, functions, from.Other(code), files, program).Read());
    }

    public ImmutableArray<Construct> Constructs() => from.Each(() => new Construct(from.Text(), Place(), from.Number()));

    public Span Place() => places.Read();

    ImmutableDictionary<string, string> Arguments()
    {
        var arguments = ImmutableDictionary<string, string>.Empty;
        for (var left = from.Count(); left > 0; left--) arguments = arguments.SetItem(from.Text(), from.Text());
        return arguments;
    }

    Parameter Parameter() => new(from.Text(), from.OptionalText(), Annotations());

    Function Reference() =>
        from.Number() is >= 0 and var number ? number < functions.Count ? functions[number] : throw ByteReader.Damaged() : program.Find(from.Text(), from.Number()) ?? throw ByteReader.Damaged();

    Mention Mention() => from.Number() switch
    {
        1 => new CallMention(Callee(), from.Number() is >= 0 and var arity ? arity : throw ByteReader.Damaged(), from.Each(handed)),
        2 => new ClosureMention(Function()),
        3 => new AnonymousMention(from.Text()),
        >= 4 and <= 6 and var kind => new FieldMention(from.OptionalText(), from.Text(), (FieldMentionKind)(kind - 4)),
        _ => throw ByteReader.Damaged(),
    };

    HandedArgument Handed()
    {
        var (argument, parameter, constant) = (from.Number(), from.Number(), from.Constant());
        return argument >= 0 && constant is null == parameter >= 0 ? new HandedArgument(argument, constant, parameter) : throw ByteReader.Damaged();
    }

    Callee Callee()
    {
        var (kind, type, name, result) = ((CallKind)from.Number(), from.OptionalText(), from.Text(), from.OptionalText());
        return new Callee(kind, type, name, from.Each(reference), result);
    }
}
