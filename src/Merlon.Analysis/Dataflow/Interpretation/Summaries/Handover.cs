using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// What a call hands over, apart from who calls: the values of the slots, and the objects that can be reached from them, numbered in the
/// order in which they are met. Objects further away are taken to hold anything.
/// </summary>
sealed class Handover
{
    /// <summary>How many references away from the slots objects are looked into.</summary>
    const int Depth = 3;

    /// <summary>How many objects are looked into.</summary>
    const int MostObjects = 48;

    readonly IReadOnlyList<Value> slots;
    readonly State state;
    readonly Func<object, int> idOf;
    readonly List<int> numbers = [];
    readonly List<int> depths = [];
    readonly Dictionary<int, int> indices = [];
    readonly List<int> code = [];
    bool isClean = true;

    /// <param name="idOf">A number for each text, constant and function; the same for equal ones.</param>
    public Handover(IReadOnlyList<Value> slots, State state, Func<object, int> idOf)
    {
        (this.slots, this.state, this.idOf) = (slots, state, idOf);
        foreach (var slot in slots) Add(slot, 0);
        for (var i = 0; i < numbers.Count && isClean; i++) Add(i, state.Heap[numbers[i]]);
    }

    /// <summary>Whether no data from outside goes in.</summary>
    public bool IsClean => isClean;

    /// <summary>The caller's numbers of the objects.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    public SummaryKey KeyOf(Function function) => new(function, [.. code]);

    /// <summary>Whether nothing but its type is told of an object.</summary>
    public bool IsFar(int index) => depths[index] >= Depth || index >= MostObjects;

    /// <summary>The slots and the heap in the numbering of the handover. No value is shared between two places, whoever calls.</summary>
    public (List<Value> Slots, IntMap<HeapObject> Heap) Start()
    {
        var heap = IntMap<HeapObject>.Empty;
        for (var i = 0; i < numbers.Count; i++)
            if (state.Heap[numbers[i]] is { } obj) heap = heap.Set(i, IsFar(i) ? Far(obj) : obj.Mapped((_, v) => Renumbered(v), Renumbered, Labels.None));
        return ([.. slots.Select(Renumbered)], heap);
    }

    static HeapObject Far(HeapObject obj)
    {
        var far = HeapObject.Opaque(obj.Type, Labels.None);
        return obj.IsWeak ? far.Weakened() : far;
    }

    Value Renumbered(Value value) => value.WithoutFact.Mapped(number => indices[number], source => source);

    void Add(Value value, int depth)
    {
        if (value.IsTainted) isClean = false;
        code.Add((value.IsOpen ? 1 : 0) | value.Constants.Length << 1 | value.Objects.Length << 8);
        code.Add(value.Type is null ? 0 : idOf(value.Type));
        foreach (var constant in value.Constants) code.Add(idOf(constant));
        var start = code.Count;
        foreach (var number in value.Objects) code.Add(IndexOf(number, depth));
        if (value.Objects.Length > 1) code.Sort(start, value.Objects.Length, null);
    }

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
        code.Add((obj.IsOpaque ? 1 : 0) | (obj.IsWeak ? 2 : 0) | (obj.Rest is null ? 0 : 4) | (obj.Size is null ? 0 : 8) | (isFar ? 16 : 0));
        code.Add(obj.Type is null ? 0 : idOf(obj.Type));
        if (isFar) isClean &= obj.Closure is null && Machine.Reachable(Value.OfObject(numbers[index]), state, 3).IsEmpty;
        else AddContent(obj, depths[index] + 1);
    }

    void AddContent(HeapObject obj, int depth)
    {
        if (!obj.Labels.IsEmpty) isClean = false;
        code.Add(obj.Length ?? -1);
        code.Add(obj.Cells.Length);
        foreach (var (key, value) in obj.Cells)
        {
            code.Add(idOf(key));
            Add(value, depth);
        }
        if (obj.Rest is { } rest) Add(rest, depth);
        if (obj.Size is { } size) Add(size, depth);
        code.Add(obj.Closure is null ? 0 : idOf(obj.Closure.Function));
        foreach (var captured in obj.Closure?.Captured ?? []) Add(captured, depth);
    }
}
