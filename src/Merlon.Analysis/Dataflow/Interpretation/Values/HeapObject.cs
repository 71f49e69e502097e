using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>
/// An object of the abstract heap: the values at the keys that are known (field names, map keys, list indices), and <see cref="Rest"/>
/// for all keys that are not. Immutable. An object that stands for several real ones (<see cref="IsWeak"/>) is only ever added to.
/// </summary>
sealed partial class HeapObject
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

    public HeapObject Emptied() => IsWeak ? this : new(this) { Rest = null, Cells = Cells.RemoveAll(c => c.Key is not Hidden) };

    public HeapObject AddLabels(Labels labels)
    {
        var joined = Labels.Join(Labels, labels);
        return joined.Same(Labels) ? this : new(this) { Labels = joined };
    }

    public HeapObject AsOpaque() => new(this) { IsOpaque = true };

    public HeapObject Weakened() => IsWeak ? this : new(this) { IsWeak = true };
}
