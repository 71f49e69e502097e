using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What follows an instruction: whether the next one runs, and what was thrown, with the state then.</summary>
readonly record struct Aftermath(bool GoesOn, Value? Thrown = null, State? ThrownState = null);

/// <summary>Executes single instructions on a state.</summary>
sealed class Transfer(Machine machine, Frame frame)
{
    static readonly Aftermath Next = new(true);

    readonly OperatorInspector operators = new(machine, frame);

    public Aftermath Execute(Instruction instruction, State state)
    {
        if (instruction is CallInstruction call) return machine.Calls.Execute(call, state, frame);
        if (Evaluate(instruction, state) is { } value) state[instruction.Target] = value;
        return Next;
    }

    /// <summary>The value with its taint's ways made longer by a step.</summary>
    public Value Step(Value value, Span span, string symbol, string? type) =>
        value.With(value.Labels.Select(label => label with { Step = label.Step.Then(span, symbol, type, frame.Function) }));

    Value? Evaluate(Instruction instruction, State state) => instruction switch
    {
        ConstantInstruction { Value: null, IsImplied: false } => Value.WrittenNull,
        ConstantInstruction constant => Value.Constant(constant.Value),
        CopyInstruction copy => Copy(copy, state[copy.Source]),
        UnaryInstruction { Operator: Operator.Length } length => LengthOf(length, state),
        UnaryInstruction unary => operators.Converted(unary, state[unary.Source], Arithmetic.Unary(unary.Operator, state[unary.Source]), state),
        BinaryInstruction binary => Binary(binary, Text(binary, binary.Left, state), Text(binary, binary.Right, state), state),
        CastInstruction cast => state[cast.Source].WithType(cast.Type),
        TypeTestInstruction test => TypeTest(test, state[test.Source], state),
        ReadFieldInstruction { Object: Instruction.NoSlot } read => machine.Fields.ReadStatic(state, read.Field, read.Span, frame),
        ReadFieldInstruction read => ReadField(read, state),
        WriteFieldInstruction write => WriteField(write, state),
        ReadElementInstruction read => ReadElement(read, state),
        WriteElementInstruction write => WriteElement(write, state),
        AllocateInstruction allocate => machine.Allocate(state, frame.Context, allocate, new HeapObject(allocate.Type)),
        AllocateArrayInstruction allocate => AllocateArray(allocate, state),
        ClosureInstruction closure => machine.Allocate(state, frame.Context, closure,
            HeapObject.OfClosure(closure.Type, new Closure(closure.Function, [.. closure.Captured.Select(c => state[c])]))),
        UnknownInstruction unknown => Value.Open(null, unknown.Inputs.Aggregate(Labels.None, (l, i) => Labels.Join(l, Machine.Reachable(state[i], state)))),
        _ => throw new InvalidOperationException($"No such instruction: {instruction.GetType().Name}."),
    };

    /// <summary>A character that is not the one a sink fears carries the mark of data without it.</summary>
    Value Binary(BinaryInstruction binary, Value left, Value right, State state)
    {
        var result = operators.Computed(binary, left, right, Arithmetic.Binary(binary.Operator, left, right, state), state);
        if (result is { IsOpen: true, Type: null } && JoinsTexts(binary.Operator, left, right)) result = result.WithType(machine.Hierarchy.TextType);
        if (binary.Operator is Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual) return Ordered(binary.Operator, left, right, result);
        if (binary.Operator is not (Operator.Equal or Operator.NotEqual) || !result.IsOpen) return result;
        var (subject, other) = left.IsTainted ? (left, right) : (right, left);
        if (!subject.IsTainted || !subject.IsOpen || other.Single is not char character || machine.Models.Texts.MarksWithout(character) is not (> 0 and var marks)) return result;
        var fact = new Fact { Subject = subject, EqualWhenTrue = Value.Constant(character), EqualWhenFalse = subject.With(subject.Labels.Mark(marks)) };
        return result.With(binary.Operator == Operator.Equal ? fact : fact.Negated);
    }

    /// <summary>A character on one side of another is none of those on the other side.</summary>
    Value Ordered(Operator op, Value left, Value right, Value result)
    {
        var isLeft = left.IsTainted;
        var (subject, other) = isLeft ? (left, right) : (right, left);
        if (!result.IsOpen || !subject.IsTainted || !subject.IsOpen || other.Single is not char bound) return result;
        var isLeast = op is Operator.Greater or Operator.GreaterOrEqual ? isLeft : !isLeft;
        return result.With((result.Fact ?? new Fact()) with { Subject = subject, EqualWhenTrue = Within(subject, bound, isLeast), EqualWhenFalse = Within(subject, bound, !isLeast) });
    }

    Value Within(Value subject, char bound, bool isLeast) =>
        subject.With(subject.Labels.Select(l => l with { Marks = machine.Models.Texts.MarksWithin(bound, isLeast, l.Marks) }));

    bool JoinsTexts(Operator op, Value left, Value right) =>
        op == Operator.Concatenate || op == Operator.AddOrConcatenate && (IsText(left) || IsText(right));

    bool IsText(Value value) => value.Single is string || value.Type is { } type && machine.Models.IsText(type) == true;

    Value Copy(CopyInstruction copy, Value value) =>
        value.IsTainted && copy.Name is not null ? Step(value, copy.Span, copy.Name, value.Type) : value;

    /// <summary>An operand of a joining of texts is what its <c>toString</c> gives.</summary>
    Value Text(BinaryInstruction binary, int slot, State state)
    {
        var value = state[slot];
        return binary.Operator is Operator.Concatenate or Operator.AddOrConcatenate && !value.Objects.IsEmpty
            ? machine.Calls.ToText(value, state, binary, frame)
            : value;
    }

    /// <summary>A read from something tells, after it, that it is not null.</summary>
    Value ReadField(ReadFieldInstruction read, State state)
    {
        operators.Dereferenced(read, state[read.Object], state);
        var value = machine.Fields.Read(state, state[read.Object], read.Field);
        Used(read.Object, state);
        return value;
    }

    /// <summary>What was used without an exception is not null.</summary>
    static void Used(int slot, State state)
    {
        var value = state[slot];
        if (!value.HasNull) return;
        state[slot] = value.WithoutNull;
        if (value.HasGivenNull) Narrowing.Exclude(state, value);
    }

    Value ReadElement(ReadElementInstruction read, State state)
    {
        operators.Dereferenced(read, state[read.Array], state);
        Used(read.Array, state);
        operators.Indexed(read, state[read.Array], state[read.Index], state);
        return machine.Fields.ReadElement(state, state[read.Array], state[read.Index], null);
    }

    Value? WriteField(WriteFieldInstruction write, State state)
    {
        var value = state[write.Value];
        if (write.Object != Instruction.NoSlot && state[write.Object].HasGivenNull)
        {
            operators.Dereferenced(write, state[write.Object], state);
            Used(write.Object, state);
        }
        if (value.IsTainted) value = Step(value, write.Span, write.Field.Name, write.Field.Type);
        if (write.Object == Instruction.NoSlot) machine.Fields.WriteStatic(state, write.Field, value, frame);
        else machine.Fields.Write(state, state[write.Object], write.Field.Name, value);
        return null;
    }

    Value? WriteElement(WriteElementInstruction write, State state)
    {
        operators.Dereferenced(write, state[write.Array], state);
        Used(write.Array, state);
        operators.Indexed(write, state[write.Array], state[write.Index], state);
        FieldAccess.WriteElement(state, state[write.Array], state[write.Index], state[write.Value]);
        return null;
    }

    Value AllocateArray(AllocateArrayInstruction allocate, State state)
    {
        var type = allocate.ElementType + "[]";
        if (allocate.Length == Instruction.NoSlot)
            return machine.Allocate(state, frame.Context, allocate, HeapObject.List(type, [.. allocate.Elements.Select(e => state[e])]));
        operators.Allocated(allocate, state[allocate.Length], state);
        var unset = Defaults.Of(allocate.ElementType);
        var created = state[allocate.Length].SingleInteger is >= 0 and <= 16 and var length
            ? HeapObject.List(type, [.. Enumerable.Repeat(unset, (int)length)])
            : new HeapObject(type) { Size = Checked(state[allocate.Length], state) }.WriteAny(unset);
        return machine.Allocate(state, frame.Context, allocate, created);
    }

    /// <summary>The value with what its data is known to have passed, for where that is asked later.</summary>
    static Value Checked(Value value, State state) =>
        value.IsTainted ? value.With(value.Labels.Select(l => l with { Marks = l.Marks | State.MarksOf(state.Checks, l.Source) })) : value;

    Value LengthOf(UnaryInstruction length, State state)
    {
        var array = state[length.Source];
        operators.Dereferenced(length, array, state);
        Used(length.Source, state);
        if (array.IsOpen || array.Objects.Length != 1 || state.Heap[array.Objects[0]]?.Length is not { } known) return Value.Open("int");
        return Value.Constant((long)known);
    }

    Value TypeTest(TypeTestInstruction test, Value value, State state)
    {
        var answers = value.Objects.Select(o => IsInstance(state.Heap[o], test.Type)).ToList();
        answers.AddRange(value.Constants.Select(c => IsInstance(c, test.Type)));
        if (value.IsOpen) answers.Add(IsForeignToText(value.Type, test.Type) ? false : null);
        var result = Truth.ToValue(answers.Count == 0 || answers.Exists(a => a != answers[0]) ? null : answers[0]);
        return result.IsOpen && value.HasNull ? result.With(new Fact { Subject = value, EqualWhenTrue = value.WithoutNull.WithoutFact }) : result;
    }

    /// <summary>Whether what is known to be a text, or null, cannot be of a type.</summary>
    bool IsForeignToText(string? known, string type) =>
        known is "java.lang.String" or "System.String" or "string" && (Defaults.IsNumber(type) || machine.Models.IsText(type) == false || machine.Hierarchy.Find(type) is { IsInterface: false });

    bool? IsInstance(HeapObject? obj, string type)
    {
        if (obj?.Type is null) return null;
        var answer = machine.Hierarchy.IsSubtype(obj.Type, type);
        return obj.IsOpaque && answer == false ? null : answer;
    }

    bool? IsInstance(object constant, string type) =>
        Value.IsNullConstant(constant) ? false : constant is string ? machine.Models.IsText(type) : null;
}
