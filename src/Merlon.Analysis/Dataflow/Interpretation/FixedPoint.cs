namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Lets what is known of callees rise to their callers until nothing changes. Callees come before their callers as far as calls go round in
/// no circle, so that most functions are looked at once.
/// </summary>
sealed class FixedPoint
{
    readonly int[] calleesFirst;
    readonly int[] callers;
    readonly int[] firstCaller;

    public FixedPoint(CallGraph graph)
    {
        var count = graph.Functions.Count;
        firstCaller = new int[count + 1];
        for (var i = 0; i < count; i++)
            foreach (var callee in graph.CalleesOf(i)) firstCaller[callee + 1]++;
        for (var i = 0; i < count; i++) firstCaller[i + 1] += firstCaller[i];
        callers = new int[firstCaller[count]];
        var next = firstCaller.AsSpan(0, count).ToArray();
        for (var i = 0; i < count; i++)
            foreach (var callee in graph.CalleesOf(i)) callers[next[callee]++] = i;
        calleesFirst = Ordered(graph);
    }

    /// <summary>All functions, by their numbers; callees come before their callers as far as calls go round in no circle.</summary>
    public IReadOnlyList<int> CalleesFirst => calleesFirst;

    /// <summary>Updates functions as long as that changes any; the update says whether it did.</summary>
    public void Run(Func<int, bool> update)
    {
        var pending = new Queue<int>(calleesFirst);
        var isPending = new bool[calleesFirst.Length];
        Array.Fill(isPending, true);
        while (pending.TryDequeue(out var function))
        {
            isPending[function] = false;
            if (!update(function)) continue;
            for (var i = firstCaller[function]; i < firstCaller[function + 1]; i++)
            {
                if (isPending[callers[i]]) continue;
                isPending[callers[i]] = true;
                pending.Enqueue(callers[i]);
            }
        }
    }

    /// <summary>Depth first, without recursion: chains of calls can be longer than a thread's stack.</summary>
    static int[] Ordered(CallGraph graph)
    {
        var (ordered, isSeen, open) = (new List<int>(graph.Functions.Count), new bool[graph.Functions.Count], new Stack<(int Function, int Next)>());
        for (var start = 0; start < isSeen.Length; start++)
        {
            if (isSeen[start]) continue;
            isSeen[start] = true;
            open.Push((start, 0));
            while (open.TryPop(out var top))
            {
                var callees = graph.CalleesOf(top.Function);
                if (top.Next == callees.Length)
                {
                    ordered.Add(top.Function);
                    continue;
                }
                open.Push((top.Function, top.Next + 1));
                if (isSeen[callees[top.Next]]) continue;
                isSeen[callees[top.Next]] = true;
                open.Push((callees[top.Next], 0));
            }
        }
        return [.. ordered];
    }
}
