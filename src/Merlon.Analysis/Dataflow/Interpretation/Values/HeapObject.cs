using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>What a <see cref="HeapObject"/> keeps beside the fields, entries and elements that a program can name.</summary>
enum Hidden
{
    /// <summary>The text a builder or wrapper holds.</summary>
    Text,

    /// <summary>The object that an iterator, view or wrapper was made from.</summary>
    Origin,

    /// <summary>The position of an iterator.</summary>
    Position,
}

/// <summary>
/// An object of the abstract heap: the values at the keys that are known (field names, map keys, list indices), and <see cref="Rest"/>
/// for all keys that are not. Immutable. An object that stands for several real ones (<see cref="IsWeak"/>) is only ever added to.
/// </summary>
sealed class HeapObject
{
    const int MostCells = 200;

    /// <summary>Computed when first asked for; the object never changes.</summary>
    Value? any;
    ImmutableArray<Value> holders;
    Labels? direct;

    public HeapObject(string? type) => Type = type;

    public HeapObject(string? type, int? length, ImmutableArray<KeyValuePair<object, Value>> cells, Value? rest, Closure? closure) =>
        (Type, Length, Cells, Rest, Closure) = (type, length, cells, rest, closure);

    HeapObject(HeapObject from)
    {
        Type = from.Type;
        Cells = from.Cells;
        Rest = from.Rest;
        Length = from.Length;
        IsWeak = from.IsWeak;
        IsOpaque = from.IsOpaque;
        Labels = from.Labels;
        Closure = from.Closure;
        Size = from.Size;
    }

    /// <summary>The exact type; for an opaque object its declared one.</summary>
    public string? Type { get; private init; }

    public ImmutableArray<KeyValuePair<object, Value>> Cells { get; private init; } = [];

    /// <summary>What may be at keys without a cell; null when nothing is.</summary>
    public Value? Rest { get; private init; }

    /// <summary>The number of elements, while it is known; the elements are then the cells 0 (as long) to Length - 1.</summary>
    public int? Length { get; private init; }

    public bool IsWeak { get; private init; }

    /// <summary>An object that came from outside: keys without a cell hold unknown values, not nothing.</summary>
    public bool IsOpaque { get; private init; }

    /// <summary>Taint of the object as a whole.</summary>
    public Labels Labels { get; private init; }

    /// <summary>For a function value: what is called.</summary>
    public Closure? Closure { get; private init; }

    /// <summary>The number that an array was made with as its length, where that was not known.</summary>
    public Value? Size { get; init; }

    public HeapObject WithSize(Value? size) => new(this) { Size = size };

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

    public static HeapObject Opaque(string? type, Labels labels) => new(type) { IsOpaque = true, Labels = labels };

    public static HeapObject OfClosure(string? type, Closure closure) => new(type) { Closure = closure };

    /// <summary>The same object with these cells in addition, however many; they go before what it holds at their keys.</summary>
    public HeapObject WithCells(ImmutableArray<KeyValuePair<object, Value>> added) =>
        new(this) { Cells = Cells.IsEmpty ? added : [.. added, .. Cells.Where(c => !added.Any(a => a.Key.Equals(c.Key)))] };

    /// <summary>The same object with other values in it.</summary>
    public HeapObject Mapped(Func<object, Value, Value> cell, Func<Value, Value> other, Labels labels) => new(this)
    {
        Cells = [.. Cells.Select(c => KeyValuePair.Create(c.Key, cell(c.Key, c.Value)))],
        Rest = Rest is null ? null : other(Rest),
        Size = Size is null ? null : other(Size),
        Closure = Closure is null ? null : new Closure(Closure.Function, [.. Closure.Captured.Select(other)]),
        Labels = labels,
    };

    public bool IsList => Length is not null;

    public Value? Find(object key)
    {
        foreach (var cell in Cells)
            if (cell.Key.Equals(key)) return cell.Value;
        return null;
    }

    /// <summary>What a read of the key gives, or null when there is nothing.</summary>
    public Value? Read(object key) => Find(key) ?? Rest;

    /// <summary>What a read of an unknown key gives: anything that is there.</summary>
    public Value ReadAny() => any ??= Ambiguous(Elements().Aggregate(Rest ?? Value.Nothing, Value.Join));

    /// <summary>Of one among several values nobody knows whether it was asked for null, as where a collection is filtered.</summary>
    Value Ambiguous(Value value) => Cells.Length == 1 && Rest is null ? value : value.WithNull(isGiven: false);

    /// <summary>The taint of the object and of all values in it, not of the objects that these refer to.</summary>
    public Labels DirectLabels => direct ??= Held().Aggregate(Labels, (labels, value) => Labels.Join(labels, value.Labels));

    /// <summary>The values in it that refer to objects.</summary>
    public ImmutableArray<Value> Holders => holders.IsDefault ? holders = [.. Held().Where(v => !v.Objects.IsEmpty)] : holders;

    /// <summary>The values at keys that the program can name.</summary>
    public IEnumerable<Value> Elements() => Cells.Where(c => c.Key is not Hidden).Select(c => c.Value);

    IEnumerable<Value> Held() => Cells.Select(c => c.Value).Concat(Rest is null ? [] : [Rest]);

    /// <summary>The same object from outside, now that a key was read that nothing was known of.</summary>
    public HeapObject WithMade(object key, Value made) =>
        Cells.Length >= MostCells ? WriteAny(made) : new(this) { Cells = Cells.Add(new(key, made.AsMade())) };

    /// <summary>The same object with another value wherever it holds this very one.</summary>
    public HeapObject WithReplaced(Value value, Value by)
    {
        if (IsWeak) return this;
        var cells = Cells;
        for (var i = 0; i < cells.Length; i++)
            if (ReferenceEquals(cells[i].Value, value)) cells = cells.SetItem(i, new(cells[i].Key, by));
        return cells == Cells ? this : new(this) { Cells = cells };
    }

    /// <summary>The same object with only those cells.</summary>
    public HeapObject WithCells(Func<object, Value, bool> isKept) =>
        Cells.All(c => isKept(c.Key, c.Value)) ? this : new(this) { Cells = Cells.RemoveAll(c => !isKept(c.Key, c.Value)) };

    /// <summary>The same object with the cells of another one that it has no cell for, as far as they are what reading made.</summary>
    public HeapObject WithOthers(HeapObject other, Func<object, bool> isAdded)
    {
        var added = other.Cells.RemoveAll(c => !c.Value.IsMade || Find(c.Key) is not null || !isAdded(c.Key));
        return added.IsEmpty ? this : new(this) { Cells = Cells.AddRange(added) };
    }

    /// <summary>Whether both say the very same.</summary>
    public bool IsSameAs(HeapObject other) =>
        Type == other.Type && Length == other.Length && IsWeak == other.IsWeak && IsOpaque == other.IsOpaque && ReferenceEquals(Rest, other.Rest) && ReferenceEquals(Size, other.Size)
        && ReferenceEquals(Closure, other.Closure) && Labels.Same(other.Labels) && HasCellsOf(other);

    bool HasCellsOf(HeapObject other)
    {
        if (Cells.Length != other.Cells.Length) return false;
        for (var i = 0; i < Cells.Length; i++)
            if (!ReferenceEquals(Cells[i].Value, other.Cells[i].Value) || !Cells[i].Key.Equals(other.Cells[i].Key)) return false;
        return true;
    }

    public HeapObject Write(object key, Value value)
    {
        value = value.AsWritten();
        for (var i = 0; i < Cells.Length; i++)
        {
            if (!Cells[i].Key.Equals(key)) continue;
            var next = IsWeak ? Value.Join(Cells[i].Value, value) : value;
            return ReferenceEquals(next, Cells[i].Value) ? this : new(this) { Cells = Cells.SetItem(i, new(key, next)) };
        }
        if (Cells.Length >= MostCells) return WriteAny(value);
        return new(this) { Cells = Cells.Add(new(key, IsWeak && Rest is not null ? Value.Join(Rest, value) : value)) };
    }

    /// <summary>A write to an unknown key: it may be any.</summary>
    public HeapObject WriteAny(Value value)
    {
        value = value.AsWritten().WithNull(isGiven: false);
        var rest = Rest is null ? value : Value.Join(Rest, value);
        return new(this)
        {
            Rest = rest,
            Length = null,
            Cells = [.. Cells.Select(c => c.Key switch
            {
                Hidden.Text => new(c.Key, Value.Join(c.Value, Value.Open(null, value.Labels))),
                Hidden => c,
                _ => new KeyValuePair<object, Value>(c.Key, Value.Join(c.Value, value)),
            })],
        };
    }

    public HeapObject Remove(object key) => IsWeak ? this : new(this) { Cells = Cells.RemoveAll(c => c.Key.Equals(key)) };

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

    public HeapObject Emptied() => IsWeak ? this : new(this) { Rest = null, Cells = Cells.RemoveAll(c => c.Key is not Hidden) };

    public HeapObject AsList() => new(this) { Length = 0 };

    public HeapObject AddLabels(Labels labels)
    {
        var joined = Labels.Join(Labels, labels);
        return joined.Same(Labels) ? this : new(this) { Labels = joined };
    }

    public HeapObject AsOpaque() => new(this) { IsOpaque = true };

    public HeapObject Weakened() => IsWeak ? this : new(this) { IsWeak = true };

    /// <summary>What stands for either; the left object itself when the other adds nothing.</summary>
    public static HeapObject Join(HeapObject left, HeapObject right)
    {
        if (ReferenceEquals(left, right)) return left;
        if (left.Length != right.Length) (left, right) = (left.Unordered(), right.Unordered());
        var cells = JoinCells(left, right);
        var rest = left.Rest is null ? right.Rest : right.Rest is null ? left.Rest : Value.Join(left.Rest, right.Rest);
        var labels = Labels.Join(left.Labels, right.Labels);
        if (ReferenceEquals(rest, left.Rest) && cells == left.Cells && labels.Same(left.Labels) && (left.IsWeak || !right.IsWeak)) return left;
        return new(left) { Cells = cells, Rest = rest, Labels = labels, IsWeak = left.IsWeak || right.IsWeak };
    }

    /// <summary>This object with the constants given up that it has more of than before: what a loop keeps changing.</summary>
    public HeapObject WidenedFrom(HeapObject before)
    {
        if (ReferenceEquals(this, before)) return this;
        var cells = Cells;
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Value.Constants.Length > (before.Find(cells[i].Key)?.Constants.Length ?? 1))
                cells = cells.SetItem(i, new(cells[i].Key, cells[i].Value.Widened));
        return new(this) { Cells = cells, Rest = Rest?.Widened };
    }

    static ImmutableArray<KeyValuePair<object, Value>> JoinCells(HeapObject left, HeapObject right)
    {
        if (left.Cells == right.Cells) return left.Cells;
        var cells = left.Cells;
        for (var i = 0; i < cells.Length; i++)
        {
            var other = right.Find(cells[i].Key);
            if (other is null && cells[i].Value.IsMade && right.WouldMake) continue;
            var joined = Value.Join(cells[i].Value, other ?? right.Absent(cells[i].Key));
            if (!ReferenceEquals(joined, cells[i].Value)) cells = cells.SetItem(i, new(cells[i].Key, joined));
        }
        foreach (var cell in right.Cells)
            if (left.Find(cell.Key) is null) cells = cells.Add(cell.Value.IsMade && left.WouldMake ? cell : new(cell.Key, Value.Join(left.Absent(cell.Key), cell.Value)));
        return cells;
    }

    /// <summary>Whether a key without a cell would be made by reading it, and be the same as on a path where it was.</summary>
    bool WouldMake => IsOpaque && Rest is null;

    /// <summary>What a key without a cell holds when another path has a cell for it.</summary>
    Value Absent(object key) => Rest ?? (IsOpaque ? Value.Open(null, Labels) : key is Hidden ? Value.Nothing : Value.Null);
}
