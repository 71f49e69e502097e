using System.Runtime.CompilerServices;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// The order in which a function's blocks are interpreted, and its loops. The order is reverse post-order in which all of a loop comes
/// before what follows it. Made once per function.
/// </summary>
sealed class FlowGraph
{
    static readonly ConditionalWeakTable<Function, FlowGraph> Known = [];

    readonly int[] order;
    readonly SortedDictionary<int, HashSet<int>> loops = [];
    readonly Dictionary<int, int> tails = [];
    readonly List<int>?[] heads;

    FlowGraph(Function function)
    {
        order = new int[function.Blocks.Length];
        heads = new List<int>?[function.Blocks.Length];
        Number(function);
        FindLoops(function);
        if (loops.Count == 0) return;
        NoteHeads();
        Number(function);
    }

    public static FlowGraph Of(Function function) => Known.GetValue(function, f => new FlowGraph(f));

    /// <summary>The position of a block in the order; -1 when it cannot be reached.</summary>
    public int OrderOf(int block) => order[block];

    /// <summary>The blocks of the loop that starts at a block, or null when none does.</summary>
    public HashSet<int>? LoopAt(int block) => loops.GetValueOrDefault(block);

    /// <summary>How many edges lead back to the head of a loop.</summary>
    public int TailsOf(int head) => tails.GetValueOrDefault(head);

    /// <summary>The heads of the loops that a block is in, in a fixed order.</summary>
    public IReadOnlyList<int> HeadsAround(int block) => heads[block] ?? [];

    public bool IsBackEdge(int from, int to) => order[to] <= order[from] && loops.ContainsKey(to);

    public static IEnumerable<int> Successors(Block block)
    {
        foreach (var handler in block.Handlers) yield return handler.Block;
        switch (block.Exit)
        {
            case JumpExit jump:
                yield return jump.Block;
                break;
            case BranchExit branch:
                yield return branch.WhenFalse;
                yield return branch.WhenTrue;
                break;
        }
    }

    /// <summary>Depth-first search; what is entered first comes last in the order, so the way out of a loop is entered first.</summary>
    void Number(Function function)
    {
        var next = function.Blocks.Length;
        var entered = new bool[next];
        Array.Fill(order, -1);
        var path = new Stack<(int Block, IEnumerator<int> Ways)>();
        void Enter(int block)
        {
            entered[block] = true;
            var ways = Successors(function.Blocks[block]).OrderByDescending(s => LoopsLeft(block, s));
            path.Push((block, ways.GetEnumerator()));
        }
        if (next > 0) Enter(0);
        while (path.Count > 0)
        {
            var (block, left) = path.Peek();
            if (!left.MoveNext())
            {
                order[block] = --next;
                path.Pop();
            }
            else if (!entered[left.Current])
            {
                Enter(left.Current);
            }
        }
    }

    int LoopsLeft(int from, int to) => HeadsAround(from).Count(head => !loops[head].Contains(to));

    void NoteHeads()
    {
        foreach (var (head, body) in loops)
            foreach (var block in body) (heads[block] ??= []).Add(head);
    }

    void FindLoops(Function function)
    {
        var before = new List<int>[function.Blocks.Length];
        foreach (var block in function.Blocks)
            foreach (var successor in Successors(block))
                (before[successor] ??= []).Add(block.Number);
        foreach (var block in function.Blocks)
            foreach (var head in Successors(block).Distinct())
                if (order[block.Number] >= 0 && order[head] <= order[block.Number]) AddLoop(head, block.Number, before);
    }

    void AddLoop(int head, int tail, List<int>[] before)
    {
        tails[head] = tails.GetValueOrDefault(head) + 1;
        if (!loops.TryGetValue(head, out var body)) loops[head] = body = [head];
        var pending = new Stack<int>([tail]);
        while (pending.TryPop(out var block))
        {
            if (!body.Add(block)) continue;
            foreach (var previous in before[block] ?? [])
                if (order[previous] > order[head]) pending.Push(previous);
        }
    }
}
