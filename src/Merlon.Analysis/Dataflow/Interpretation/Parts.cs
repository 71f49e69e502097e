using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// The objects that were made because a key of an object from outside was read. As long as nothing was put into such a part it says no more
/// than that it was read, and reading it again would make the same.
/// </summary>
sealed class Parts(Machine machine)
{
    /// <summary>How deep in parts of parts is looked for something that was put there.</summary>
    const int Nesting = 4;

    readonly Dictionary<int, (int Whole, object Key)> wholes = [];

    public void Note(int part, int whole, object key) => wholes[part] = (whole, key);

    /// <summary>The object that a part was read of, and the key; null when it is no part.</summary>
    public (int Whole, object Key)? Of(int number) => wholes.TryGetValue(number, out var found) ? found : null;

    /// <summary>The number of the part that reading a key makes.</summary>
    public int At(int whole, object key)
    {
        var number = ContextOf(whole).ObjectAt(key, 0, machine.NewObject);
        Note(number, whole, key);
        return number;
    }

    /// <summary>Where the parts of an object are made.</summary>
    public Context ContextOf(int whole) => machine.Root.Enter(machine, whole);

    /// <summary>Whether a cell of an object says only that it was read.</summary>
    public bool IsIdle(HeapObject obj, int number, object key, Value value, IntMap<HeapObject> heap, int left = Nesting)
    {
        if (!obj.IsOpaque || !value.IsMade || value.IsTainted) return false;
        if (value.Objects.IsEmpty) return true;
        return left > 0 && value.Objects is [var part] && wholes.TryGetValue(part, out var whole) && whole.Whole == number && whole.Key.Equals(key) && heap[part] is { } held
            && held is { IsOpaque: true, IsWeak: false, Rest: null, Size: null, Closure: null, Labels.IsEmpty: true }
            && held.Cells.All(c => IsIdle(held, part, c.Key, c.Value, heap, left - 1));
    }
}
