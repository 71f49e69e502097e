using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>
/// Writes functions of one file. Functions of the file are known by their numbers here, those of others by their type and their number among
/// the functions that it declares; places in other files by the type that stands there.
/// </summary>
/// <param name="files">The file, and others that code of the same types stands in.</param>
/// <param name="names">How functions and places of other files are called.</param>
sealed class FunctionWriter(ByteWriter writer, IReadOnlyList<SourceFile> files, IOuterNames names)
{
    readonly Dictionary<Function, int> numbers = [];
    readonly List<Function> functions = [];
    ByteWriter to = writer;
    int last;

    public ByteWriter To => to;

    /// <summary>The functions that were added, in the order of their numbers.</summary>
    public IReadOnlyList<Function> Functions => functions;

    /// <summary>The number of one of the file's own functions.</summary>
    public int NumberOf(Function function) => numbers[function];

    /// <summary>Adds a function of the file, and those that it makes values of.</summary>
    public void Add(Function function)
    {
        if (!numbers.TryAdd(function, functions.Count)) return;
        functions.Add(function);
        foreach (var block in function.Blocks)
            foreach (var instruction in block.Instructions)
                if (instruction is ClosureInstruction closure) Add(closure.Function);
    }

    public void WriteDeclaration(Function function)
    {
        to.Text(function.Name).Text(function.Owner).Each(function.Parameters, Write).Text(function.ResultType);
        WritePlace(function.Span);
        Write(function.Annotations);
        to.Number((function.IsStatic ? 1 : 0) | (function.IsAbstract ? 2 : 0) | (function.IsNative ? 4 : 0) | (function.IsPublic ? 8 : 0) | (function.IsClosure ? 16 : 0) | (function.IsVariadic ? 32 : 0));
    }

    public void Write(ImmutableArray<Annotation> annotations) => to.Each(annotations, annotation =>
        to.Text(annotation.Name).Each(annotation.Arguments.OrderBy(a => a.Key, StringComparer.Ordinal).ToList(), argument => to.Text(argument.Key).Text(argument.Value)));

    /// <summary>What the program as a whole asks about the code, and the code apart from it, so that it can be read when it is needed.</summary>
    public void WriteBody(Function function)
    {
        to.Truth(function.IsTooLong).Number(function.Captures).Number(function.SlotCount);
        Write(function.Constructs);
        Write(function.Outline);
        if (!function.HasBody) return;
        var (outer, before) = (to, last);
        (to, last) = (new ByteWriter(outer.Texts), 0);
        WriteBlocks(function);
        outer.Bytes(to.Written.Span);
        (to, last) = (outer, before);
    }

    void WriteBlocks(Function function)
    {
        to.Each(function.SlotNames, slot => to.Number(slot.Key).Text(slot.Value)).Number(function.Blocks.Length);
        foreach (var block in function.Blocks)
        {
            to.Number(block.Instructions.Count);
            foreach (var instruction in block.Instructions) Write(instruction);
            to.Each(block.Handlers, handler => to.TextList(handler.Types).Number(handler.Slot).Number(handler.Block));
            Write(block.Exit);
        }
    }

    void Write(FunctionOutline outline) => to.Truth(outline.HasBody).Number(outline.Size).Number((int)outline.Marks).TextList(outline.Tested).Number(outline.WhenNull).Each(outline.Mentions, Write);

    void Write(Mention mention) => _ = mention switch
    {
        CallMention call => Write(to.Number(1), call.Callee).Number(call.Arity).Each(call.Handed, handed => to.Number(handed.Argument).Number(handed.Parameter).Constant(handed.Constant)),
        ClosureMention closure => to.Number(2).Number(numbers[closure.Function]),
        AnonymousMention made => to.Number(3).Text(made.Type),
        FieldMention field => to.Number(4 + (int)field.Kind).Text(field.Owner).Text(field.Name),
        _ => throw new NotSupportedException(mention.GetType().Name),
    };

    public void Write(IReadOnlyCollection<Construct> constructs) => to.Each(constructs, construct =>
    {
        to.Text(construct.Name);
        WritePlace(construct.Span);
        to.Number(construct.Block);
    });

    /// <summary>No place, that of another file's type, or one in these files by what it is away from the last.</summary>
    public void WritePlace(Span place)
    {
        if (place.File is null)
        {
            to.Number(0);
            return;
        }
        if (place.End < place.Start) throw new NotSupportedException($"{place} ends before it begins.");
        var file = 0;
        while (file < files.Count && !ReferenceEquals(files[file], place.File)) file++;
        if (file == files.Count)
        {
            to.Number(1).Text(names.TypeAt(place) ?? throw new NotSupportedException($"{place} is in another file."));
            return;
        }
        to.Number(2 + file).Difference(place.Start - last).Difference(place.End - place.Start);
        last = place.Start;
    }

    void Write(Parameter parameter)
    {
        to.Text(parameter.Name).Text(parameter.Type);
        Write(parameter.Annotations);
    }

    void WriteReference(Function function)
    {
        if (numbers.TryGetValue(function, out var number))
        {
            to.Number(number);
            return;
        }
        var (type, index) = names.Of(function) ?? throw new NotSupportedException($"{function} is in another file, and not declared there.");
        to.Number(-1).Text(type).Number(index);
    }

    void Write(Exit exit)
    {
        _ = exit switch
        {
            JumpExit jump => to.Number(1).Number(jump.Block),
            BranchExit branch => to.Number(2).Number(branch.Condition).Number(branch.WhenTrue).Number(branch.WhenFalse),
            ReturnExit back => to.Number(3).Number(back.Slot),
            ThrowExit thrown => to.Number(4).Number(thrown.Slot),
            _ => throw new NotSupportedException(exit.GetType().Name),
        };
        WritePlace(exit.Span);
    }

    void Write(Instruction instruction)
    {
        _ = instruction switch
        {
            ConstantInstruction constant => to.Number(constant.IsImplied ? 0 : 1).Constant(constant.Value),
            CopyInstruction copy => to.Number(2).Number(copy.Source).Text(copy.Name),
            UnaryInstruction unary => to.Number(3).Number((int)unary.Operator).Number(unary.Source).Text(unary.Narrows?.From).Text(unary.Narrows?.To),
            BinaryInstruction binary => to.Number(4).Number((int)binary.Operator).Number(binary.Left).Number(binary.Right).Text(binary.Type).Truth(binary.Limits),
            CastInstruction cast => to.Number(5).Number(cast.Source).Text(cast.Type),
            TypeTestInstruction test => to.Number(6).Number(test.Source).Text(test.Type),
            ReadFieldInstruction read => Write(to.Number(7).Number(read.Object), read.Field),
            WriteFieldInstruction write => Write(to.Number(8).Number(write.Object).Number(write.Value), write.Field),
            ReadElementInstruction read => to.Number(9).Number(read.Array).Number(read.Index),
            WriteElementInstruction write => to.Number(10).Number(write.Array).Number(write.Index).Number(write.Value),
            AllocateInstruction allocate => to.Number(11).Text(allocate.Type),
            AllocateArrayInstruction allocate => to.Number(12).Text(allocate.ElementType).Number(allocate.Length).Numbers(allocate.Elements),
            ClosureInstruction closure => to.Number(13).Number(numbers[closure.Function]).Text(closure.Type).Numbers(closure.Captured),
            CallInstruction call => to.Number(14).Number(call.Receiver).Numbers(call.Arguments),
            UnknownInstruction unknown => to.Number(15).Numbers(unknown.Inputs),
            _ => throw new NotSupportedException(instruction.GetType().Name),
        };
        to.Number(instruction.Target);
        WritePlace(instruction.Span);
    }

    static ByteWriter Write(ByteWriter to, FieldReference field) => to.Text(field.Owner).Text(field.Name).Text(field.Type);

    ByteWriter Write(ByteWriter to, Callee callee) =>
        to.Number((int)callee.Kind).Text(callee.Type).Text(callee.Name).Text(callee.ResultType).Each(callee.Candidates, WriteReference);
}
