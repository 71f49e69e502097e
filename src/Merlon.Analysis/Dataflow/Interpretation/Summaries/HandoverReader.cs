using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// Reads what was handed over from the numbers that <see cref="Handover"/> wrote it down as, so that a summary can be made again without a call.
/// Throws <see cref="FormatException"/> where that cannot be.
/// </summary>
/// <param name="itemOf">What a number of <see cref="SummaryTable.IdOf"/> stands for; null when that is not there any more.</param>
sealed class HandoverReader(IReadOnlyList<int> code, Func<int, object?> itemOf)
{
    int at, known;

    public Start Read()
    {
        var slots = new List<Value>();
        for (var left = Count(); left > 0; left--) slots.Add(Value());
        var heap = IntMap<HeapObject>.Empty;
        for (var i = 0; i < known; i++)
            if (Object() is { } obj) heap = heap.Set(i, obj);
        return at == code.Count ? new Start(slots, heap, known) : throw ByteReader.Damaged();
    }

    int Next() => at < code.Count ? code[at++] : throw ByteReader.Damaged();

    int Count() => Next() is >= 0 and var count && count <= code.Count - at ? count : throw ByteReader.Damaged();

    object Item() => itemOf(Next()) ?? throw ByteReader.Damaged();

    string? Type()
    {
        var id = Next();
        return id == 0 ? null : itemOf(id) as string ?? throw ByteReader.Damaged();
    }

    Value Value()
    {
        var (head, type) = (Next(), Type());
        if (head < 0 || (head >> 1 & 127) + (head >> 8) > code.Count - at) throw ByteReader.Damaged();
        ImmutableArray<object> constants = [.. Enumerable.Range(0, head >> 1 & 127).Select(_ => Item())];
        ImmutableArray<int> objects = [.. Enumerable.Range(0, head >> 8).Select(_ => Next())];
        foreach (var number in objects)
            known = number >= 0 && number <= code.Count ? Math.Max(known, number + 1) : throw ByteReader.Damaged();
        return Values.Value.Of(constants, objects, (head & 1) != 0, type);
    }

    HeapObject? Object()
    {
        var flags = Next();
        if (flags == -1) return null;
        var type = Type();
        if ((flags & 16) != 0)
        {
            var far = HeapObject.Opaque(type, Labels.None);
            return (flags & 2) != 0 ? far.Weakened() : far;
        }
        var length = Next();
        ImmutableArray<KeyValuePair<object, Value>> cells = [.. Enumerable.Range(0, Count()).Select(_ => KeyValuePair.Create(Item(), Value()))];
        var (rest, size) = ((flags & 4) != 0 ? Value() : null, (flags & 8) != 0 ? Value() : null);
        var obj = new HeapObject(type, length < 0 ? null : length, cells, rest, Closure()) { Size = size };
        if ((flags & 1) != 0) obj = obj.AsOpaque();
        return (flags & 2) != 0 ? obj.Weakened() : obj;
    }

    Closure? Closure()
    {
        var id = Next();
        return id == 0 ? null : new Closure(itemOf(id) as Function ?? throw ByteReader.Damaged(), [.. Enumerable.Range(0, Count()).Select(_ => Value())]);
    }
}

/// <summary>What a function starts with when its summary is made: its slots, and so many objects, numbered from 0.</summary>
sealed record Start(List<Value> Slots, IntMap<HeapObject> Heap, int Objects);
