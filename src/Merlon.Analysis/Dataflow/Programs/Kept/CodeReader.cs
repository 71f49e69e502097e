using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>Reads the code of one function, which <see cref="FunctionWriter"/> wrote. Throws <see cref="FormatException"/> where that cannot be.</summary>
/// <param name="slots">How many slots the function has.</param>
/// <param name="outline">What its code is known to hold: what its calls name stands there.</param>
/// <param name="functions">The functions of the file.</param>
sealed class CodeReader(int slots, FunctionOutline outline, IReadOnlyList<Function> functions, ByteReader from, IReadOnlyList<SourceFile> files, IOuterNames program)
{
    readonly PlaceReader places = new(from, files, program);
    readonly IEnumerator<CallMention> calls = outline.Calls.GetEnumerator();

    public FunctionBody Read()
    {
        var body = new FunctionBody();
        for (var left = from.Count(); left > 0; left--) body.SlotNames[from.Number()] = from.Text();
        var blocks = new Block[from.Count()];
        for (var i = 0; i < blocks.Length; i++) blocks[i] = Block(i, blocks.Length);
        body.Blocks = [.. blocks];
        return blocks.Length > 0 ? body : throw ByteReader.Damaged();
    }

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
                var (receiver, arguments, call) = (Slot(), Slots(), NextCall());
                if (arguments.Length != call.Arity) throw ByteReader.Damaged();
                return new CallInstruction(Slot(), call.Callee, receiver, arguments, Place());
            case 15:
                var inputs = Slots();
                return new UnknownInstruction(Slot(), inputs, Place());
            default:
                throw ByteReader.Damaged();
        }
    }

    FieldReference Field() => new(from.OptionalText(), from.Text(), from.OptionalText());

    CallMention NextCall() => calls.MoveNext() ? calls.Current : throw ByteReader.Damaged();

    Function Function() => from.Number() is >= 0 and var number && number < functions.Count ? functions[number] : throw ByteReader.Damaged();

    Span Place() => places.Read();
}
