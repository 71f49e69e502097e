using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Where in the run an activation stands: the chain of calls that led to it, with the rounds of unrolled loops. Objects are told apart by
/// the instruction that allocates them and the context it runs in.
/// </summary>
sealed class Context(Context? parent, object? place, int round)
{
    readonly Dictionary<(object Place, int Round), Context> inner = [];
    readonly Dictionary<(object Place, int Part), int> objects = [];

    public Context? Parent { get; } = parent;
    public object? Place { get; } = place;
    public int Round { get; } = round;

    /// <summary>The context inside this one for a place and a round; always the same for the same arguments.</summary>
    public Context Enter(object place, int round)
    {
        if (!inner.TryGetValue((place, round), out var found)) inner[(place, round)] = found = new Context(this, place, round);
        return found;
    }

    /// <summary>The number of the object that a place allocates here.</summary>
    public int ObjectAt(object place, int part, Func<object, int, int> next)
    {
        if (!objects.TryGetValue((place, part), out var number)) objects[(place, part)] = number = next(place, part);
        return number;
    }
}

/// <summary>One activation of a function.</summary>
/// <param name="arguments">What the slots held that it was handed.</param>
sealed class Frame(Function function, Frame? caller, Context context, IReadOnlyList<Value> arguments)
{
    public Function Function { get; } = function;
    public Frame? Caller { get; } = caller;
    public IReadOnlyList<Value> Arguments { get; } = arguments;
    public Context Context { get; set; } = context;
    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;

    public int ActivationsOf(Function other)
    {
        var count = 0;
        for (var frame = this; frame is not null; frame = frame.Caller)
            if (ReferenceEquals(frame.Function, other)) count++;
        return count;
    }
}
