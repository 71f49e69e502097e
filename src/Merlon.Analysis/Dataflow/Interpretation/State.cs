using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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

    /// <summary>
    /// Takes in what holds on another path; says whether that changed anything. What only one path set, where data had passed a check that the
    /// other path does not know, carries the marks of that check on.
    /// </summary>
    public bool Join(State other, bool widen)
    {
        var changed = false;
        var common = Common(Checks, other.Checks);
        var (mine, others) = (Lost(Checks, common), Lost(other.Checks, common));
        for (var i = 0; i < Slots.Length; i++)
            if (!ReferenceEquals(Slots[i], other.Slots[i]))
            {
                Slots[i] = Settled(Slots[i], mine);
                changed |= JoinSlot(i, Settled(other.Slots[i], others), widen);
            }
        var joined = Heap.Merge(other.Heap, (a, b) => HeapObject.Join(Settled(a, mine), Settled(b, others)));
        if (!ReferenceEquals(joined, Heap)) (Heap, changed) = (widen ? Widen(joined) : joined, true);
        if (common.Length != Checks.Length) changed = true;
        Checks = common;
        return changed;
    }

    /// <summary>A value with what its data is known to have passed, for where that is not known of all that comes from there.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static Value? Settled(Value? value, ImmutableArray<Check> checks)
    {
        if (checks.IsEmpty || value is not { IsTainted: true }) return value;
        var settled = Settled(value.Labels, checks);
        return settled.Same(value.Labels) ? value : value.With(settled);
    }

    static HeapObject Settled(HeapObject obj, ImmutableArray<Check> checks) =>
        checks.IsEmpty || obj.DirectLabels.IsEmpty || Settled(obj.DirectLabels, checks).Same(obj.DirectLabels)
            ? obj
            : obj.Mapped((_, value) => Settled(value, checks), value => Settled(value, checks), Settled(obj.Labels, checks));

    static Labels Settled(Labels labels, ImmutableArray<Check> checks) => labels.Select(l => l with { Marks = l.Marks | MarksOf(checks, l.Source) });

    static ImmutableArray<Check> Lost(ImmutableArray<Check> checks, ImmutableArray<Check> common) =>
        checks.Length == common.Length ? [] : [.. checks.Where(c => (MarksOf(common, c.Source) & c.Marks) != c.Marks)];

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
