using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What a branch teaches: on each side of a test the values tested are narrowed.</summary>
static class Narrowing
{
    /// <summary>Narrows the state to where the condition is <paramref name="truth"/>; false when that cannot be.</summary>
    public static bool Apply(State state, Value condition, bool truth)
    {
        if (condition.Fact is not { } fact) return true;
        var checks = truth ? fact.WhenTrue : fact.WhenFalse;
        if (!checks.IsEmpty) state.Checks = [.. state.Checks, .. checks.Where(c => !state.Checks.Contains(c))];
        var equal = truth ? fact.EqualWhenTrue : fact.EqualWhenFalse;
        if (fact.Subject is null || equal is null) return true;
        if (equal.IsNothing) return false;
        Replace(state, fact.Subject, equal);
        return true;
    }

    /// <summary>Notes that a value is not null here, wherever it is kept.</summary>
    public static void Exclude(State state, Value subject)
    {
        if (subject.HasNull && !subject.WithoutNull.IsNothing) Replace(state, subject, subject.WithoutNull);
    }

    static void Replace(State state, Value subject, Value narrowed)
    {
        for (var i = 0; i < state.Slots.Length; i++)
            if (ReferenceEquals(state.Slots[i], subject)) state.Slots[i] = narrowed;
        if (subject.HasGivenNull) state.Heap = state.Heap.Select(obj => obj.WithReplaced(subject, narrowed));
    }
}
