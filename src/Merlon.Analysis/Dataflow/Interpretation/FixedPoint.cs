using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Lets what is known of callees rise to their callers until nothing changes. Callees come before their callers as far as calls go round in
/// no circle, so that most functions are looked at once.
/// </summary>
sealed class FixedPoint
{
    readonly CallGraph graph;
    readonly List<Function> calleesFirst = [];
    readonly Dictionary<Function, List<Function>> callers = [];

    public FixedPoint(CallGraph graph)
    {
        this.graph = graph;
        foreach (var (caller, callees) in graph.Callees)
            foreach (var callee in callees)
            {
                if (!callers.TryGetValue(callee, out var list)) callers[callee] = list = [];
                list.Add(caller);
            }
        var seen = new HashSet<Function>();
        foreach (var function in graph.Callees.Keys) Order(function, seen);
    }

    /// <summary>All functions; callees come before their callers as far as calls go round in no circle.</summary>
    public IReadOnlyList<Function> CalleesFirst => calleesFirst;

    /// <summary>Updates functions as long as that changes any; the update says whether it did.</summary>
    public void Run(Func<Function, HashSet<Function>, bool> update)
    {
        var pending = new Queue<Function>(calleesFirst);
        var isPending = new HashSet<Function>(calleesFirst);
        while (pending.TryDequeue(out var function))
        {
            isPending.Remove(function);
            if (!update(function, graph.Callees[function])) continue;
            foreach (var caller in callers.GetValueOrDefault(function) ?? [])
                if (isPending.Add(caller)) pending.Enqueue(caller);
        }
    }

    /// <summary>Depth first, without recursion: chains of calls can be longer than a thread's stack.</summary>
    void Order(Function start, HashSet<Function> seen)
    {
        if (!seen.Add(start)) return;
        var open = new Stack<(Function Function, IEnumerator<Function> Callees)>();
        open.Push((start, graph.Callees[start].GetEnumerator()));
        while (open.TryPeek(out var top))
        {
            if (!top.Callees.MoveNext())
            {
                calleesFirst.Add(open.Pop().Function);
                continue;
            }
            var callee = top.Callees.Current;
            if (graph.Callees.TryGetValue(callee, out var deeper) && seen.Add(callee)) open.Push((callee, deeper.GetEnumerator()));
        }
    }
}
