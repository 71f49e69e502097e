namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>Lists and arrays: objects whose keys are positions, while their number is known.</summary>
sealed partial class HeapObject
{
    public bool IsList => Length is not null;

    public static HeapObject List(string? type, IReadOnlyList<Value> items)
    {
        if (items.Count > MostCells)
            return new HeapObject(type) { Rest = items.Aggregate(Value.Join) };
        return new(type)
        {
            Length = items.Count,
            Cells = [.. items.Select((item, i) => KeyValuePair.Create<object, Value>((long)i, item))],
        };
    }

    /// <summary>The elements of a list while their number is known.</summary>
    public List<Value> Items() => [.. Enumerable.Range(0, Length ?? 0).Select(i => Find((long)i) ?? Value.Unknown)];

    /// <summary>The same object with other elements, or with unknown positions when it is weak or they are too many.</summary>
    public HeapObject WithItems(IReadOnlyList<Value> items)
    {
        if (IsWeak || items.Count > MostCells) return items.Aggregate(this, (list, item) => list.WriteAny(item));
        var hidden = Cells.Where(c => c.Key is Hidden);
        var cells = items.Select((item, i) => KeyValuePair.Create<object, Value>((long)i, item));
        return new(this) { Length = items.Count, Rest = null, Cells = [.. hidden, .. cells] };
    }

    /// <summary>A list whose elements' positions are no longer known.</summary>
    public HeapObject Unordered() => Length is null ? this : new(this)
    {
        Length = null,
        Rest = Length == 0 && Rest is null ? null : ReadAny(),
        Cells = Cells.RemoveAll(c => c.Key is not Hidden),
    };

    public HeapObject AsList() => new(this) { Length = 0 };
}
