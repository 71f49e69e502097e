namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What runs asked, each thing once and known by its number: those of the earlier scan first, with the answers of then. Safe for concurrent
/// use.
/// </summary>
/// <param name="answer">Answers for the program as it is now; the same for equal questions.</param>
sealed class AnswerTable<T>(IReadOnlyList<Kept<T>> earlier, Func<T, UInt128> answer)
    where T : notnull
{
    enum State : byte
    {
        Unknown,
        Same,
        Changed,
    }

    readonly State[] states = new State[earlier.Count];
    readonly Lazy<Dictionary<T, int>> numbers = new(() => earlier.Select((k, i) => (k.Asked, i)).ToDictionary(k => k.Asked, k => k.i));
    readonly List<T> added = [];
    readonly Lock gate = new();

    /// <summary>Whether what was asked in the earlier scan has the same answer now.</summary>
    public bool IsSame(int number)
    {
        if (states[number] == State.Unknown) states[number] = answer(earlier[number].Asked) == earlier[number].Answer ? State.Same : State.Changed;
        return states[number] == State.Same;
    }

    public int NumberOf(T asked)
    {
        lock (gate)
        {
            if (numbers.Value.TryGetValue(asked, out var known)) return known;
            added.Add(asked);
            return numbers.Value[asked] = earlier.Count + added.Count - 1;
        }
    }

    /// <summary>How many things were asked, in the earlier scan and in this one.</summary>
    public int Count => earlier.Count + added.Count;

    /// <summary>Holds all answers of the earlier scan against those of now, side by side.</summary>
    public void Compare(int jobs) => DeepThreads.Each(jobs, jobs, job =>
    {
        for (var i = job; i < earlier.Count; i += jobs) IsSame(i);
    }, CancellationToken.None);

    /// <summary>What a number stands for, with the answer of now.</summary>
    public Kept<T> At(int number)
    {
        if (number < earlier.Count && states[number] == State.Same) return earlier[number];
        var asked = number < earlier.Count ? earlier[number].Asked : added[number - earlier.Count];
        return new Kept<T>(asked, answer(asked));
    }
}
