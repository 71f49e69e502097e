using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Holds the rules against what operators do with data. Rules name operators as methods of a type of the language's own
/// (<see cref="Program.OperatorType"/>), with the data as their argument: <c>above</c> and <c>below</c> (a result that can leave the range of
/// its type), <c>divide</c>, <c>narrow</c> and <c>truncate</c> (conversions of whole and of other numbers), <c>index</c>, <c>allocate</c>,
/// <c>limit</c> (of a loop) and <c>dereference</c>. Those without data are named <c>always_above</c>, <c>always_below</c>, <c>always_narrow</c>,
/// <c>divide_by_zero</c>, <c>index_outside</c>, <c>dereference_null</c> and <c>dereference_given</c> (of what a function gives null for on some ways).
/// </summary>
sealed class OperatorInspector(Machine machine, Frame frame)
{
    readonly string? type = machine.Hierarchy.OperatorType;

    /// <summary>Looks at an operator with two operands; gives its result, which some operators bound.</summary>
    public Value Computed(BinaryInstruction binary, Value left, Value right, Value result, State state)
    {
        if (type is null) return result;
        if (binary.Limits && LimitOf(binary, left, right) is { IsTainted: true } limit)
        {
            Report("limit", binary, limit.Labels, state);
            // That the loop ended does not tell that it was short.
            return result.WithoutFact.With(new Fact { WhenTrue = result.Fact?.WhenTrue ?? [] });
        }
        if (binary.Type is not null) InspectArithmetic(binary, left, right, state);
        return result.IsTainted && IsBounding(binary.Operator, left, right) ? result.With(result.Labels.Mark(Marks.BoundedSet)) : result;
    }

    /// <summary>Looks at a conversion; a number cut to a small type can be any number of that type.</summary>
    public Value Converted(UnaryInstruction unary, Value source, Value result, State state)
    {
        if (type is null || unary.Narrows is not { } narrows) return result;
        if (NumberRanges.IsEnd(narrows.From, source)) Report("always_narrow", unary, null, state);
        if (!source.IsTainted) return result;
        Report(narrows.From is "float" or "double" ? "truncate" : "narrow", unary, source.Labels, state);
        return narrows.To is "byte" or "short" ? result.With(result.Labels.Select(l => l with { Marks = l.Marks & ~Marks.BoundedSet })) : result;
    }

    public void Indexed(Instruction access, Value array, Value index, State state)
    {
        if (type is null) return;
        if (index.IsTainted) Report("index", access, index.Labels, state);
        if (IsOutside(array, index, state)) Report("index_outside", access, null, state);
        if (index.SingleInteger is not 0) return;
        foreach (var number in array.Objects)
            if (state.Heap[number] is { Size: { IsTainted: true } size } unsure)
            {
                Report("index_of_empty", access, size.Labels, state);
                // Once its first element was used, it has one.
                state.Heap = state.Heap.Set(number, unsure.WithSize(size.With(Labels.None)));
            }
    }

    /// <summary>Whether the index surely is none of an array whose length is known.</summary>
    static bool IsOutside(Value array, Value index, State state) =>
        index.SingleInteger is { } position && array is { IsOpen: false, Objects: [var number] }
        && state.Heap[number] is { IsOpaque: false, IsWeak: false, Length: { } length } && (position < 0 || position >= length);

    public void Allocated(Instruction allocation, Value length, State state)
    {
        if (type is not null && length.IsTainted) Report("allocate", allocation, length.Labels, state);
    }

    /// <summary>Looks at the use of what may be null: what is null in every case, and what comes from outside and was not held against null.</summary>
    public void Dereferenced(Instruction use, Value subject, State state)
    {
        if (type is null || !subject.HasNull) return;
        if (subject.IsWrittenNull)
        {
            if (!IsOneOfManyCalls(state)) Report("dereference_null", use, null, state);
        }
        else if (subject.HasGivenNull)
        {
            // A test that meets null fails, as it should.
            if (!TestCode.IsIn(use.Span.File.Path) && !IsHandedByOneOfMany(subject)) Report("dereference_given", use, null, state);
        }
        else if (subject is { IsOpen: true, IsTainted: true }) Report("dereference", use, subject.Labels, state);
    }

    /// <summary>Whether a function that is called elsewhere too was handed this very value: who calls may rely on what it does not say.</summary>
    bool IsHandedByOneOfMany(Value subject)
    {
        for (var at = frame; at is not null; at = at.Caller)
            if (at.Arguments.Any(a => ReferenceEquals(a, subject)) && machine.IsCalledOften(at.Function)) return true;
        return false;
    }

    /// <summary>Whether one of several callers handed null over: it knows why, or the others never do.</summary>
    bool IsOneOfManyCalls(State state)
    {
        var function = frame.Function;
        for (var i = 0; i < function.Parameters.Length; i++)
            if (state[function.Offset + i].IsWrittenNull) return machine.IsCalledOften(function);
        return false;
    }

    /// <summary>What a counter runs up or down to, or null where it runs to a constant.</summary>
    static Value? LimitOf(BinaryInstruction binary, Value left, Value right) =>
        binary.Operator is Operator.Less or Operator.LessOrEqual ? left.IsTainted ? null : right
        : right.IsTainted || right.Single is not null ? null : left;

    void InspectArithmetic(BinaryInstruction binary, Value left, Value right, State state)
    {
        foreach (var operand in (ReadOnlySpan<Value>)[left, right])
            if (operand.IsWrittenNull) Report("dereference_null", binary, null, state);
        if (binary.Operator is Operator.Divide or Operator.Remainder)
        {
            if (right.Single is { } divisor && Comparison.ToNumber(divisor) is 0d) Report("divide_by_zero", binary, null, state);
            else if (right.IsTainted) Report("divide", binary, right.Labels, state);
            return;
        }
        if (NumberRanges.Leaves(binary, left, right) is { } isAbove) Report(isAbove ? "always_above" : "always_below", binary, null, state);
        // Texts are taken apart and counted through by their characters: data in these says nothing.
        if (binary.Type == "char") return;
        var labels = Labels.Join(left.Labels, right.Labels);
        if (labels.IsEmpty || left.IsConstant && right.IsConstant || binary.Type == "long" && IsSmall(left) && IsSmall(right)) return;
        foreach (var label in labels.Items)
            if (NumberRanges.Direction(binary.Type!, binary.Operator, left, right, SinkMarks(label, state)) is { } direction) Report(direction, binary, Labels.Of(label), state);
    }

    /// <summary>Whether a number is in the range of a smaller type, of which two in the range of the larger stay in it.</summary>
    static bool IsSmall(Value value) => value.IsOpen ? value.Type is "int" or "short" or "byte" or "char" : value.SingleInteger is >= int.MinValue and <= int.MaxValue;

    /// <summary>Whether the result is bounded whatever the data is: what remains of a division, or some of its bits.</summary>
    static bool IsBounding(Operator op, Value left, Value right) =>
        op == Operator.Remainder && !right.IsTainted || op == Operator.And && (left.IsConstant || right.IsConstant);

    static ulong SinkMarks(Label label, State state) => Marks.WithConsequences(label.Marks | State.MarksOf(state.Checks, label.Source));

    void Report(string name, Instruction place, Labels? labels, State state)
    {
        foreach (var sink in machine.Application.Rules.At(machine.Hierarchy, type, name, 1))
            if (labels is not { } arriving) Add(sink.Rule, place, name, null);
            else
                foreach (var label in arriving.Items)
                    if (sink.Rule.Takes(label.Source.Kind) && (SinkMarks(label, state) & sink.Rule.Stops) == 0) Add(sink.Rule, place, name, label);
    }

    void Add(Rule rule, Instruction place, string name, Label? label)
    {
        var ended = label is { } l ? l with { Step = l.Step.Then(place.Span, name, null, frame.Function) } : (Label?)null;
        machine.Discoveries.Add(new Discovery(rule, place.Span, frame.Function, name, ended, null));
    }
}
