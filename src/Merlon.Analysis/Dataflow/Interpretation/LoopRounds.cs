namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Decides which loops of an activation are run round by round: those that no round has left yet except by ending, up to a number of
/// rounds. Taking a round's state alone is right because every state that leaves the loop is kept where it goes.
/// </summary>
sealed class LoopRounds(FlowGraph graph, int most)
{
    readonly Dictionary<int, int> rounds = [];
    readonly HashSet<int> left = [];

    /// <summary>Notes an edge taken: a loop that has it on its inside only may be left by it.</summary>
    public void Left(int from, int to)
    {
        foreach (var head in HeadsAround(from))
            if (!graph.LoopAt(head)!.Contains(to)) left.Add(head);
    }

    /// <summary>Whether the next round of the loop at a block is to be run on its own; counts it if so.</summary>
    public bool TryNextRound(int head)
    {
        var round = rounds.GetValueOrDefault(head);
        if (left.Contains(head) || round >= most || graph.TailsOf(head) > 1) return false;
        rounds[head] = round + 1;
        foreach (var inner in graph.LoopAt(head)!)
            if (inner != head && rounds.Remove(inner)) left.Remove(inner);
        return true;
    }

    public int RoundsOf(int head) => rounds.GetValueOrDefault(head);

    /// <summary>The context of a block: the activation's own, inside the rounds of the loops around the block.</summary>
    public Context ContextOf(int block, Context context)
    {
        foreach (var head in HeadsAround(block))
            if (rounds.TryGetValue(head, out var round)) context = context.Enter(graph, (head << 8) + round);
        return context;
    }

    IEnumerable<int> HeadsAround(int block) => graph.HeadsAround(block);
}
