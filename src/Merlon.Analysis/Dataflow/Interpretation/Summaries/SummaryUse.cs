using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>Does to a caller's state what a summary says.</summary>
/// <param name="numberOf">The caller's number of a new object of the summary.</param>
sealed class SummaryUse(Machine machine, Summary summary, Handover given, Frame? frame, Func<Origin, int> numberOf)
{
    static readonly HeapObject Empty = new(null);

    readonly Dictionary<int, int> numbers = [];
    readonly Dictionary<Value, Value> own = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Source, Source> sources = [];
    State state = null!;
    Ending used = null!;
    IReadOnlyList<Value> handed = [];

    /// <summary>The state after an ending, and its value. The slots are the caller's.</summary>
    public (Value Value, State State) Apply(Ending ending, IReadOnlyList<Value> slots, State caller)
    {
        (used, handed, state) = (ending, slots, new State(caller.Slots, caller.Heap, caller.Checks));
        foreach (var change in ending.Changes) Apply(change);
        foreach (var check in ending.Checks)
        {
            var mapped = check with { Source = Mapped(check.Source) };
            if (!state.Checks.Contains(mapped)) state.Checks = state.Checks.Add(mapped);
        }
        return (ending.Slot >= 0 ? slots[ending.Slot] : Mapped(ending.Value), state);
    }

    void Apply(Change change)
    {
        var origin = summary.Origins[change.Number];
        var number = NumberOf(change.Number);
        var before = state.Heap[number];
        var after = origin.Kind switch
        {
            OriginKind.Given when !given.IsFar(origin.Number) => Replaced(before!, change.Before!, change.After),
            OriginKind.Given => Tainted(before!, change.After),
            OriginKind.Shared when before is not null => Written(before, change.Before ?? Empty, change.After),
            OriginKind.Part when before is not null => Written(before, Empty, change.After),
            OriginKind.Shared or OriginKind.Part => Mapped(change.After),
            _ => before is null ? Mapped(change.After) : HeapObject.Join(before, Mapped(change.After)).Weakened(),
        };
        state.Heap = state.Heap.Set(number, after);
    }

    /// <summary>An object that was looked into: all of it is known; what was not changed stays the caller's own.</summary>
    HeapObject Replaced(HeapObject caller, HeapObject before, HeapObject after)
    {
        var changed = after.Mapped((key, value) => (value.IsMade || ReferenceEquals(before.Find(key), value)) && caller.Find(key) is { } own ? own : Mapped(value), Mapped, after.Labels.Mapped(Mapped));
        // What was left out of the handover is still there.
        return caller.IsOpaque ? changed.WithOthers(caller, key => before.Find(key) is null) : changed;
    }

    /// <summary>An object of which only the type was known: it keeps what it held, and what it may hold now is added.</summary>
    HeapObject Tainted(HeapObject caller, HeapObject after)
    {
        var changed = caller.AddLabels(after.Labels.Mapped(Mapped));
        var ended = new State([], used.Changes.Aggregate(IntMap<HeapObject>.Empty, (heap, change) => heap.Set(change.Number, change.After)), []);
        foreach (var (key, value) in after.Cells)
            if (!Machine.Reachable(value, ended, 3).IsEmpty) changed = changed.Write(key, Value.Join(changed.Read(key) ?? Value.Nothing, Mapped(value)));
        return changed;
    }

    /// <summary>An object that all share: only what the function wrote is known.</summary>
    HeapObject Written(HeapObject caller, HeapObject before, HeapObject after)
    {
        var changed = caller.AddLabels(after.Labels.Mapped(Mapped));
        foreach (var (key, value) in after.Cells)
            if (value.IsMade) changed = changed.Find(key) is null ? changed.WithMade(key, Mapped(value)) : changed;
            else if (!ReferenceEquals(before.Find(key), value))
                changed = before.Length != after.Length && key is long ? changed.WriteAny(Mapped(value)) : changed.Write(key, Mapped(value));
        if (after.Rest is { } rest && !ReferenceEquals(rest, before.Rest)) changed = changed.WriteAny(Mapped(rest));
        return after.IsWeak ? changed.Weakened() : changed;
    }

    HeapObject Mapped(HeapObject obj) => obj.Mapped((_, value) => Mapped(value), Mapped, obj.Labels.Mapped(Mapped));

    Value Mapped(Value value)
    {
        for (var i = 0; i < summary.Slots.Length && i < handed.Count; i++)
            if (ReferenceEquals(summary.Slots[i], value)) return handed[i];
        if (value.Objects.IsEmpty && !value.IsTainted && value.Fact is null) return Own(value);
        var mapped = value.Mapped(NumberOf, Mapped);
        return value.IsMade ? mapped.AsMade() : mapped;
    }

    /// <summary>A value for this use alone: that two uses, or two summaries, gave the very same says nothing.</summary>
    Value Own(Value value)
    {
        if (value.IsCommon) return value;
        if (!own.TryGetValue(value, out var copy)) own[value] = copy = Value.Made(value.Constants, value.Objects, value.IsOpen, value.Type, value.Labels, null, value.IsMade);
        return copy;
    }

    Source Mapped(Source source)
    {
        if (!sources.TryGetValue(source, out var mapped))
            sources[source] = mapped = machine.SourceAt(source.Kind, source.Span, source.Symbol, source.Path);
        return mapped;
    }

    int NumberOf(int number)
    {
        if (numbers.TryGetValue(number, out var known)) return known;
        var origin = summary.Origins[number];
        return numbers[number] = origin.Kind switch
        {
            OriginKind.Given => given.Numbers[origin.Number],
            OriginKind.Shared => SharedAt(origin.Place!),
            OriginKind.Part => PartAt(NumberOf(origin.Number), origin.Place!),
            _ => numberOf(origin),
        };
    }

    /// <summary>What reading an object makes may be there already.</summary>
    int PartAt(int whole, object key) =>
        state.Heap[whole]?.Find(key) is { IsOpen: false, Objects: [var own] } ? own : machine.Parts.At(whole, key);

    /// <summary>What a class keeps in its static fields is there once the class is initialized.</summary>
    int SharedAt(object key)
    {
        var type = key switch
        {
            TypeDeclaration declared => declared,
            ClassPart part => part.Type,
            _ => null,
        };
        if (type is not null) machine.Fields.ClassObject(state, type, frame);
        return machine.Shared.At(key);
    }
}
