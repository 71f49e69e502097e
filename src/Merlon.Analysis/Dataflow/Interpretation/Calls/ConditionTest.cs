using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>Holds a rule's condition on an operand against what is known of it. What is not known never breaks a rule.</summary>
static class ConditionTest
{
    /// <summary>How many objects around one another are looked through.</summary>
    const int Wrappings = 3;

    /// <summary>Null when the condition does not hold, else the constant that makes it hold, or the empty text.</summary>
    public static string? Holds(Condition condition, Invocation call)
    {
        var value = Operand(condition, call);
        return condition.Kind switch
        {
            ConditionKind.Like => value.Constants.Where(c => !Value.IsNullConstant(c)).Select(Arithmetic.TextOf).FirstOrDefault(condition.Matches),
            ConditionKind.NotLike => !value.IsConstant || value.Constants.Select(Arithmetic.TextOf).Any(condition.Matches) ? null : Arithmetic.TextOf(value.Constants[0]),
            ConditionKind.NotSet => IsNotSet(condition, value),
            ConditionKind.Type => IsOfType(condition, value, call, declared: true) ? "" : null,
            ConditionKind.Fixed => value.IsConstant && !value.HasNull || IsFixedArray(value, call) ? "" : null,
            ConditionKind.NotType => IsOfType(condition, value, call, declared: true, inherited: true) ? null : "",
            ConditionKind.Unless => value.IsConstant && value.Constants.All(c => !Value.IsNullConstant(c) && condition.Matches(Arithmetic.TextOf(c))) ? null : "",
            ConditionKind.ExactType => IsOfType(condition, value, call, declared: false) ? "" : null,
            ConditionKind.Constant => StandsInProgram(value, call) ? "" : null,
            ConditionKind.Written => StandsInProgram(value, call) || value.Constants.Any(c => c is string { Length: > 0 }) ? "" : null,
            ConditionKind.NotA => IsForeignTo(condition, value, call) ? "" : null,
            ConditionKind.Dropped => call.Site.Place is CallInstruction { Target: Instruction.NoSlot } ? "" : null,
            ConditionKind.Tested => value is { IsConstant: false, Fact: { } fact } && (!fact.WhenTrue.IsEmpty || !fact.WhenFalse.IsEmpty || fact.Subject is { IsTainted: true }) ? "" : null,
            ConditionKind.Returns => Answers(condition, value, call),
            _ => null,
        };
    }

    /// <summary>A text, or an array of bytes or characters, that is written in the code.</summary>
    public static bool StandsInProgram(Value value, Invocation call) => IsConstant(value) || IsConstantArray(value, call);

    /// <summary>An object of a type of the application that extends nothing of that name.</summary>
    static bool IsForeignTo(Condition condition, Value value, Invocation call) =>
        value.Objects.Select(o => call.State.Heap[o]?.Type).Any(t => call.Machine.Hierarchy.Find(t) is { IsInterface: false } && !call.Machine.Hierarchy.Ancestors(t!).Any(condition.Matches));

    static bool IsConstant(Value value) => value.IsConstant && value.Constants.Any(c => c is string { Length: > 0 });

    static bool IsFixedArray(Value value, Invocation call) =>
        !value.IsOpen && !value.Objects.IsEmpty && call.Objects(value).All(o => o.Object.Find(Hidden.Text) is { } text
            ? IsConstant(text)
            : o.Object is { Length: > 0, Labels.IsEmpty: true } array && array.Items().TrueForAll(i => i.IsConstant));

    /// <summary>Bytes or characters that all stand in the code; zeros alone are what an array holds before it is filled.</summary>
    static bool IsConstantArray(Value value, Invocation call) =>
        !value.IsOpen && !value.Objects.IsEmpty && call.Objects(value).All(o => o.Object.Find(Hidden.Text) is { } text
            ? IsConstant(text)
            : o.Object is { Length: > 0, Labels.IsEmpty: true } array && array.Items().TrueForAll(i => i.IsConstant) && array.Items().Exists(i => i.Single is not 0L));

    /// <summary>A function that always answers so.</summary>
    static string? Answers(Condition condition, Value value, Invocation call)
    {
        foreach (var (number, obj) in call.Objects(value).ToList())
            if (obj.Closure is { Function: var function } && call.CallBack(Value.OfObject(number), [.. function.Parameters.Select(p => Value.Open(p.Type))]).Single is { } answer && condition.Matches(Arithmetic.TextOf(answer)))
                return Arithmetic.TextOf(answer);
        return null;
    }

    /// <summary>Something the program should have set to one of the texts and, on some path, has not.</summary>
    static string? IsNotSet(Condition condition, Value value)
    {
        if (value.IsNothing) return "";
        return value.Constants.FirstOrDefault(c => !condition.Matches(Arithmetic.TextOf(c))) is { } other ? Arithmetic.TextOf(other) : null;
    }

    static Value Operand(Condition condition, Invocation call)
    {
        var value = condition.Place.Kind == PlaceKind.Arguments && call.Arguments.Length > 0 ? call.Arguments[^1] : call.At(condition.Place);
        foreach (var key in condition.Path)
        {
            var next = Value.Nothing;
            foreach (var (_, obj) in call.Objects(value))
                next = Value.Join(next, Property(obj, key, call, Wrappings) ?? (obj.IsOpaque ? Value.Unknown : Value.Null));
            value = value.IsOpen ? Value.Join(next, Value.Unknown) : next;
        }
        return value;
    }

    /// <summary>What was set on an object, or on what it wraps.</summary>
    static Value? Property(HeapObject obj, string key, Invocation call, int left) =>
        obj.Read(key) ?? (left == 0 || obj.Find(Hidden.Origin) is not { } origin ? null
            : call.Objects(origin).Select(o => Property(o.Object, key, call, left - 1)).FirstOrDefault(v => v is not null));

    /// <param name="inherited">Whether a supertype that matches is enough.</param>
    static bool IsOfType(Condition condition, Value value, Invocation call, bool declared, bool inherited = false)
    {
        var types = value.Objects.Select(o => call.State.Heap[o]?.Type).ToList();
        if (declared && value.IsOpen) types.Add(value.Type ?? (condition.Place.Kind == PlaceKind.Receiver ? call.Type : null));
        if (value.Constants.Any(c => c is string)) types.Add(call.Machine.Hierarchy.TextType);
        return types.Exists(t => t is not null && (inherited ? call.Machine.Hierarchy.Ancestors(t).Any(condition.Matches) : condition.Matches(t)));
    }
}
