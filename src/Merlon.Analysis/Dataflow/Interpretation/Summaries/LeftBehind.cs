using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// The objects that matter after a function, in the order in which they are met. What was only read of an object from outside does not, unless
/// something else refers to it.
/// </summary>
/// <param name="isUntouched">Whether an object is the very same that it was before.</param>
sealed class LeftBehind(Machine machine, State state, Func<int, bool> isUntouched)
{
    readonly List<int> numbers = [];
    readonly HashSet<int> seen = [];
    readonly Queue<int> open = new();

    /// <summary>All that was followed, and what these refer to.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    /// <summary>What a value leads to.</summary>
    public void Follow(Value value)
    {
        Add(value);
        while (open.TryDequeue(out var number))
        {
            if (state.Heap[number] is not { } obj || isUntouched(number)) continue;
            foreach (var (key, cell) in obj.Cells)
                if (!IsIdle(obj, number, key, cell)) Add(cell);
            if (obj.Rest is { } rest) Add(rest);
            foreach (var captured in obj.Closure?.Captured ?? []) Add(captured);
        }
    }

    /// <summary>An object without what does not matter; null when there is none.</summary>
    public HeapObject? Content(int number) =>
        state.Heap[number] is { } obj ? obj.WithCells((key, value) => value.Objects.Any(seen.Contains) || !IsIdle(obj, number, key, value)) : null;

    void Add(Value held)
    {
        foreach (var number in held.Objects)
        {
            if (!seen.Add(number)) continue;
            numbers.Add(number);
            open.Enqueue(number);
        }
    }

    bool IsIdle(HeapObject obj, int number, object key, Value value) => value.IsMade && machine.Parts.IsIdle(obj, number, key, value, state.Heap);
}
