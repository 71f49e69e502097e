namespace Merlon.Core.Outcomes;

/// <summary>Chains steps of which each may refuse; the first refusal ends the chain.</summary>
public static class OutcomeTasks
{
    /// <summary>The next step, which may itself refuse.</summary>
    public static async Task<Outcome<TNext>> Then<T, TNext>(this Task<Outcome<T>> first, Func<T, Task<Outcome<TNext>>> next)
    {
        var outcome = await first;
        return outcome.Refusal is { } refusal ? refusal : await next(outcome.Value);
    }

    /// <summary>The next step, which cannot refuse.</summary>
    public static async Task<Outcome<TNext>> ThenGet<T, TNext>(this Task<Outcome<T>> first, Func<T, Task<TNext>> next)
    {
        var outcome = await first;
        return outcome.Refusal is { } refusal ? refusal : new Outcome<TNext>(await next(outcome.Value));
    }
}
