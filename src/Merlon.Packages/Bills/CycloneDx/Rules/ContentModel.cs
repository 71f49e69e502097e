namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>
/// Which children an element may have, in which order: a small automaton. States are numbers; a state leads on for free or
/// by one child. Walked child by child, so that a container with a million children needs no memory.
/// </summary>
sealed class ContentModel
{
    /// <summary>The name that stands for an element of any other namespace.</summary>
    public const string Other = "any";

    readonly List<List<int>> free = [];
    readonly List<(string Child, string Definition, int Next)?> steps = [];
    readonly int start;
    readonly int end;

    ContentModel(IEnumerable<string> particles)
    {
        start = NewState();
        end = particles.Aggregate(start, (from, particle) => new ContentParser(this, particle).Build(from));
    }

    public static ContentModel Parse(IEnumerable<string> particles) => new(particles);

    /// <summary>Where a walk begins.</summary>
    public SortedSet<int> Start => Closure([start]);

    /// <summary>Whether the element may end here.</summary>
    public bool IsComplete(SortedSet<int> states) => states.Contains(end);

    /// <summary>Goes on by one child; empty when it may not stand here. Tells the child's definition.</summary>
    public SortedSet<int> Next(SortedSet<int> states, string child, out string? definition)
    {
        definition = null;
        var next = new List<int>();
        foreach (var state in states)
        {
            if (steps[state] is not { } step || step.Child != child) continue;
            definition = step.Definition;
            next.Add(step.Next);
        }
        return Closure(next);
    }

    public int NewState()
    {
        free.Add([]);
        steps.Add(null);
        return free.Count - 1;
    }

    public void Free(int from, int to) => free[from].Add(to);

    public void Step(int from, string child, string definition, int to) => steps[from] = (child, definition, to);

    SortedSet<int> Closure(IEnumerable<int> states)
    {
        var closure = new SortedSet<int>();
        var open = new Stack<int>(states);
        while (open.TryPop(out var state))
        {
            if (!closure.Add(state)) continue;
            foreach (var next in free[state]) open.Push(next);
        }
        return closure;
    }
}
