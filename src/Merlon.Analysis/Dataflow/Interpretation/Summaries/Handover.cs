using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// What a call hands over, apart from who calls: the values of the slots, and the objects that can be reached from them, numbered in the
/// order in which they are met. Objects further away are taken to hold anything. What is only there because someone read it of an object from
/// outside is left out: the function would make the same when it reads it.
/// </summary>
sealed class Handover
{
    const int MostFunctions = 64;

    readonly Machine machine;
    readonly Function function;
    readonly State state;
    readonly Detail detail;
    readonly List<Value> slots;
    readonly List<int> numbers = [];
    readonly List<int> depths = [];
    readonly Dictionary<int, int> indices = [];
    readonly List<int> code = [];
    readonly HashSet<(int Index, object Key)> leftOut = [];
    bool isClean = true;

    public Handover(Machine machine, Function function, IReadOnlyList<Value> slots, State state)
    {
        (this.machine, this.function, this.state, detail) = (machine, function, state, machine.Application.Reach.DetailOf(function));
        this.slots = [.. slots.Select(Seen)];
        code.Add(this.slots.Count);
        foreach (var slot in this.slots) Add(slot, 0);
        for (var i = 0; i < numbers.Count && isClean; i++) Add(i, state.Heap[numbers[i]]);
    }

    /// <summary>Whether no data from outside goes in.</summary>
    public bool IsClean => isClean;

    /// <summary>The caller's numbers of the objects.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    public SummaryKey Key => new(function, [.. code]);

    /// <summary>Whether nothing but its type is told of an object. Of a function value it is always told what is called.</summary>
    public bool IsFar(int index) => (depths[index] >= detail.Depth || index >= detail.MostObjects) && !(index < MostFunctions && state.Heap[numbers[index]] is { Closure: not null });

    /// <summary>The slots and the heap in the numbering of the handover. No value is shared between two places, whoever calls.</summary>
    public Start Start()
    {
        var heap = IntMap<HeapObject>.Empty;
        for (var i = 0; i < numbers.Count; i++)
            if (state.Heap[numbers[i]] is { } obj) heap = heap.Set(i, IsFar(i) ? Far(obj) : Near(obj, i));
        return new Start([.. slots.Select(Renumbered)], heap, numbers.Count);
    }

    static HeapObject Far(HeapObject obj)
    {
        var far = HeapObject.Opaque(obj.Type, Labels.None);
        return obj.IsWeak ? far.Weakened() : far;
    }

    HeapObject Near(HeapObject obj, int index) =>
        obj.WithCells((key, _) => !leftOut.Contains((index, key))).Mapped((_, v) => Renumbered(detail.OfPart(v)), v => Renumbered(detail.OfPart(v)), Labels.None);

    Value Renumbered(Value value) => value.WithoutFact.Mapped(number => indices[number], source => source);

    /// <summary>Whether a cell only says that it was read, and what it refers to was not handed over in another way.</summary>
    bool MayLeaveOut(HeapObject obj, int index, object key, Value value) =>
        value.IsMade && !value.Objects.Any(indices.ContainsKey) && machine.Parts.IsIdle(obj, numbers[index], key, value, state.Heap) && leftOut.Add((index, key));

    Value Seen(Value value, int slot) => slot < function.Offset ? value : detail.OfParameter(slot - function.Offset, value, function.Parameters[slot - function.Offset].Type);

    void Add(Value value, int depth)
    {
        if (value.IsTainted) isClean = false;
        code.Add((value.IsOpen ? 1 : 0) | value.Constants.Length << 1 | value.Objects.Length << 8);
        code.Add(value.Type is null ? 0 : IdOf(value.Type));
        foreach (var constant in value.Constants) code.Add(IdOf(constant));
        var start = code.Count;
        foreach (var number in value.Objects) code.Add(IndexOf(number, depth));
        if (value.Objects.Length > 1) code.Sort(start, value.Objects.Length, null);
    }

    int IdOf(object item) => machine.Summaries.IdOf(item);

    int IndexOf(int number, int depth)
    {
        if (indices.TryGetValue(number, out var index)) return index;
        indices[number] = index = numbers.Count;
        numbers.Add(number);
        depths.Add(depth);
        return index;
    }

    void Add(int index, HeapObject? obj)
    {
        if (obj is null)
        {
            code.Add(-1);
            return;
        }
        var isFar = IsFar(index);
        code.Add((obj.IsWeak ? 2 : 0) | (isFar ? 16 : (obj.IsOpaque ? 1 : 0) | (obj.Rest is null ? 0 : 4) | (obj.Size is null ? 0 : 8)));
        code.Add(obj.Type is null ? 0 : IdOf(obj.Type));
        if (isFar) isClean &= obj.Closure is null && Machine.Reachable(Value.OfObject(numbers[index]), state, 3).IsEmpty;
        else AddContent(obj, index);
    }

    void AddContent(HeapObject obj, int index)
    {
        var depth = depths[index] + 1;
        if (!obj.Labels.IsEmpty) isClean = false;
        code.Add(obj.Length ?? -1);
        var count = code.Count;
        code.Add(0);
        foreach (var (key, value) in obj.Cells)
        {
            if (MayLeaveOut(obj, index, key, value)) continue;
            code[count]++;
            code.Add(IdOf(key));
            Add(detail.OfPart(value), depth);
        }
        if (obj.Rest is { } rest) Add(detail.OfPart(rest), depth);
        if (obj.Size is { } size) Add(detail.OfPart(size), depth);
        code.Add(obj.Closure is null ? 0 : IdOf(obj.Closure.Function));
        if (obj.Closure is not null) code.Add(obj.Closure.Captured.Length);
        foreach (var captured in obj.Closure?.Captured ?? []) Add(detail.OfPart(captured), depth);
    }
}
