using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>All that is known at a program point of one activation: slots, heap, and the checks that data has passed on the way.</summary>
sealed class State(Value?[] slots, IntMap<HeapObject> heap, ImmutableArray<Check> checks)
{
    public Value?[] Slots { get; } = slots;
    public IntMap<HeapObject> Heap { get; set; } = heap;
    public ImmutableArray<Check> Checks { get; set; } = checks;

    public State Copy() => new((Value?[])Slots.Clone(), Heap, Checks);

    public Value this[int slot]
    {
        get => slot < 0 ? Value.Unknown : Slots[slot] ?? Value.Unknown;
        set
        {
            if (slot >= 0) Slots[slot] = value;
        }
    }

    /// <summary>Takes in what holds on another path; says whether that changed anything.</summary>
    public bool Join(State other, bool widen)
    {
        var changed = false;
        for (var i = 0; i < Slots.Length; i++) changed |= JoinSlot(i, other.Slots[i], widen);
        var joined = Heap.Merge(other.Heap, HeapObject.Join);
        if (!ReferenceEquals(joined, Heap)) (Heap, changed) = (widen ? Widen(joined) : joined, true);
        var common = Common(Checks, other.Checks);
        if (common.Length != Checks.Length) changed = true;
        Checks = common;
        return changed;
    }

    bool JoinSlot(int slot, Value? other, bool widen)
    {
        var mine = Slots[slot];
        if (mine is null || other is null || ReferenceEquals(mine, other)) return DropUnset(slot, mine, other);
        var joined = Value.Join(mine, other);
        if (ReferenceEquals(joined, mine)) return false;
        if (widen && joined.Constants.Length > mine.Constants.Length) joined = joined.Widened;
        Slots[slot] = joined;
        return !joined.Same(mine);
    }

    /// <summary>A slot that is not set on one path is not used after the join, or is set again first.</summary>
    bool DropUnset(int slot, Value? mine, Value? other)
    {
        if (mine is not null || other is null) return false;
        Slots[slot] = other;
        return true;
    }

    IntMap<HeapObject> Widen(IntMap<HeapObject> joined) => Heap.Merge(joined, (old, changed) => changed.WidenedFrom(old));

    public static ImmutableArray<Check> Common(ImmutableArray<Check> left, ImmutableArray<Check> right)
    {
        if (left.IsEmpty || left == right) return left;
        if (right.IsEmpty) return right;
        return [.. left.Select(c => c with { Marks = c.Marks & MarksOf(right, c.Source) }).Where(c => c.Marks != 0)];
    }

    public static ulong MarksOf(ImmutableArray<Check> checks, Source source)
    {
        var marks = 0UL;
        foreach (var check in checks)
            if (ReferenceEquals(check.Source, source)) marks |= check.Marks;
        return marks;
    }
}
