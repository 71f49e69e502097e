using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>What stands for one object on several paths: joined, widened and compared.</summary>
sealed partial class HeapObject
{
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
