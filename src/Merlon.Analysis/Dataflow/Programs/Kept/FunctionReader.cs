using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>Reads what <see cref="FunctionWriter"/> wrote. Throws <see cref="FormatException"/> where that cannot be.</summary>
/// <param name="files">The file, and others that code of the same types stands in.</param>
/// <param name="program">The functions and types of other files.</param>
sealed class FunctionReader(ByteReader from, IReadOnlyList<SourceFile> files, IOuterNames program)
{
    readonly List<Function> functions = [];
    int last, slots;

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

    public void ReadBody(Function function)
    {
        (function.IsTooLong, function.Captures, function.SlotCount) = (from.Truth(), from.Number(), slots = from.Number());
        for (var left = from.Count(); left > 0; left--) function.SlotNames[from.Number()] = from.Text();
        function.Constructs.AddRange(Constructs());
        var blocks = new Block[from.Count()];
        for (var i = 0; i < blocks.Length; i++) blocks[i] = Block(i, blocks.Length);
        function.Blocks = [.. blocks];
    }

    public ImmutableArray<Construct> Constructs() => from.Each(() => new Construct(from.Text(), Place()));

    public Span Place()
    {
        var kind = from.Number();
        if (kind == 0) return default;
        if (kind == 1) return program.PlaceOf(from.Text()) ?? throw ByteReader.Damaged();
        if (kind < 2 || kind - 2 >= files.Count) throw ByteReader.Damaged();
        last += from.Difference();
        var (file, end) = (files[kind - 2], last + from.Difference());
        return last >= 0 && end >= last && end <= file.Text.Length ? new Span(file, last, end) : throw ByteReader.Damaged();
    }

    ImmutableDictionary<string, string> Arguments()
    {
        var arguments = ImmutableDictionary<string, string>.Empty;
        for (var left = from.Count(); left > 0; left--) arguments = arguments.SetItem(from.Text(), from.Text());
        return arguments;
    }

    Parameter Parameter() => new(from.Text(), from.OptionalText(), Annotations());

    Function Reference() =>
        from.Number() is >= 0 and var number ? number < functions.Count ? functions[number] : throw ByteReader.Damaged() : program.Find(from.Text(), from.Number()) ?? throw ByteReader.Damaged();

    Block Block(int number, int count)
    {
        var block = new Block(number);
        var left = from.Count();
        block.Instructions.Capacity = left;
        for (; left > 0; left--) block.Instructions.Add(Instruction());
        block.Handlers = from.Each(() => new Handler(from.Each(from.Text), Slot(), Target(count)));
        block.Exit = Exit(count);
        return block;
    }

    int Slot() => from.Number() is var slot && slot < slots ? slot : throw ByteReader.Damaged();

    ImmutableArray<int> Slots()
    {
        var all = from.Numbers();
        foreach (var slot in all)
            if (slot >= slots) throw ByteReader.Damaged();
        return all;
    }

    int Target(int count) => from.Number() is >= 0 and var number && number < count ? number : throw ByteReader.Damaged();

    Exit Exit(int count) => from.Number() switch
    {
        1 => new JumpExit(Target(count), Place()),
        2 => new BranchExit(Slot(), Target(count), Target(count), Place()),
        3 => new ReturnExit(Slot(), Place()),
        4 => new ThrowExit(Slot(), Place()),
        _ => throw ByteReader.Damaged(),
    };

    Instruction Instruction()
    {
        switch (from.Number())
        {
            case 0:
                var implied = from.Constant();
                return new ConstantInstruction(Slot(), implied, Place(), isImplied: true);
            case 1:
                var constant = from.Constant();
                return new ConstantInstruction(Slot(), constant, Place());
            case 2:
                var (copied, name) = (Slot(), from.OptionalText());
                return new CopyInstruction(Slot(), copied, name, Place());
            case 3:
                var (unary, operand, narrowed, to) = ((Operator)from.Number(), Slot(), from.OptionalText(), from.OptionalText());
                return new UnaryInstruction(Slot(), unary, operand, Place(), narrowed is null || to is null ? null : new NumberConversion(narrowed, to));
            case 4:
                var (binary, left, right, type, limits) = ((Operator)from.Number(), Slot(), Slot(), from.OptionalText(), from.Truth());
                return new BinaryInstruction(Slot(), binary, left, right, Place(), type, limits);
            case 5:
                var (cast, castTo) = (Slot(), from.Text());
                return new CastInstruction(Slot(), cast, castTo, Place());
            case 6:
                var (tested, testedFor) = (Slot(), from.Text());
                return new TypeTestInstruction(Slot(), tested, testedFor, Place());
            case 7:
                var (read, readField) = (Slot(), Field());
                return new ReadFieldInstruction(Slot(), read, readField, Place());
            case 8:
                var (written, value, writtenField) = (Slot(), Slot(), Field());
                Slot();
                return new WriteFieldInstruction(written, writtenField, value, Place());
            case 9:
                var (array, index) = (Slot(), Slot());
                return new ReadElementInstruction(Slot(), array, index, Place());
            case 10:
                var (target, position, element) = (Slot(), Slot(), Slot());
                Slot();
                return new WriteElementInstruction(target, position, element, Place());
            case 11:
                var allocated = from.Text();
                return new AllocateInstruction(Slot(), allocated, Place());
            case 12:
                var (elementType, length, elements) = (from.Text(), Slot(), Slots());
                return new AllocateArrayInstruction(Slot(), elementType, elements, length, Place());
            case 13:
                var (closure, closureType, captured) = (Function(), from.OptionalText(), Slots());
                return new ClosureInstruction(Slot(), closure, captured, closureType, Place());
            case 14:
                var (receiver, arguments, callee) = (Slot(), Slots(), Callee());
                return new CallInstruction(Slot(), callee, receiver, arguments, Place());
            case 15:
                var inputs = Slots();
                return new UnknownInstruction(Slot(), inputs, Place());
            default:
                throw ByteReader.Damaged();
        }
    }

    FieldReference Field() => new(from.OptionalText(), from.Text(), from.OptionalText());

    Callee Callee()
    {
        var (kind, type, name, result) = ((CallKind)from.Number(), from.OptionalText(), from.Text(), from.OptionalText());
        return new Callee(kind, type, name, from.Each(Reference), result);
    }
}
