using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Which functions a function can enter, as far as names and types alone tell: what it calls (with the overrides that the receiver's declared
/// type has), the functions it makes values of, and the initializers of classes whose static fields it reads. Functions are known by their
/// numbers here.
/// </summary>
sealed class CallGraph
{
    /// <summary>A call with more overrides than this leads nowhere here; the interpreter does not follow it by its declared type either.</summary>
    const int MostOverrides = 30;

    readonly List<Function> functions = [];
    readonly Dictionary<Function, int> numbers = [];
    readonly Edges[] edges;

    /// <param name="jobs">On how many threads calls are looked at.</param>
    public CallGraph(Program program, Hierarchy hierarchy, int jobs = 1)
    {
        foreach (var function in FunctionsOf(program)) Add(function);
        edges = new Edges[functions.Count];
        var next = -1;
        DeepThreads.Run(jobs, () =>
        {
            var finder = new EdgeFinder(this, hierarchy);
            for (var i = Interlocked.Increment(ref next); i < edges.Length; i = Interlocked.Increment(ref next)) edges[i] = finder.Of(i);
        });
    }

    /// <summary>Every function with a body, closures and initializers included.</summary>
    public IReadOnlyList<Function> Functions => functions;

    /// <summary>The number of a function; -1 when it has no body.</summary>
    public int NumberOf(Function function) => numbers.GetValueOrDefault(function, -1);

    /// <summary>The functions that one can enter, each once.</summary>
    public ReadOnlySpan<int> CalleesOf(int number) => edges[number].Callees;

    /// <summary>Whether a call of the function may lead to more overrides than are listed: an exact receiver would tell which.</summary>
    public bool IsOpenEnded(int number) => edges[number].IsOpenEnded;

    /// <summary>What calls hand over.</summary>
    public CallSites Sites()
    {
        var sites = new CallSites();
        for (var i = 0; i < edges.Length; i++)
            foreach (var (call, callee) in edges[i].Calls) sites.Note(functions[i], call, callee);
        sites.Propagate();
        return sites;
    }

    static IEnumerable<Function> FunctionsOf(Program program) =>
        program.TypesInOrder.SelectMany(t => t.Initializer is null ? t.Functions : t.Functions.Append(t.Initializer));

    void Add(Function function)
    {
        if (!function.HasBody || !numbers.TryAdd(function, functions.Count)) return;
        functions.Add(function);
        foreach (var mention in function.Outline.Mentions)
            if (mention is ClosureMention closure) Add(closure.Function);
    }

    /// <summary>What one function leads to, and by which calls.</summary>
    readonly record struct Edges(int[] Callees, (CallMention Call, Function Callee)[] Calls, bool IsOpenEnded);

    /// <summary>Looks at one function after the other, on one thread.</summary>
    sealed class EdgeFinder(CallGraph graph, Hierarchy hierarchy)
    {
        readonly List<int> callees = [];
        readonly List<(CallMention Call, Function Callee)> calls = [];

        // Which function was the last to enter each: most are in few.
        readonly int[] entered = new int[graph.functions.Count];
        bool isOpenEnded;

        public Edges Of(int caller)
        {
            callees.Clear();
            calls.Clear();
            isOpenEnded = false;
            foreach (var mention in graph.functions[caller].Outline.Mentions) Follow(mention, caller + 1);
            return new Edges([.. callees], [.. calls], isOpenEnded);
        }

        void Follow(Mention mention, int mark)
        {
            switch (mention)
            {
                case CallMention call:
                    var first = calls.Count;
                    isOpenEnded |= !AddTargets(call, first);
                    for (var i = first; i < calls.Count; i++) Enter(calls[i].Callee, mark);
                    break;
                case ClosureMention closure:
                    Enter(closure.Function, mark);
                    break;
                case AnonymousMention made when hierarchy.Find(made.Type) is { } anonymous:
                    // Made to be handed over: what a library does with it, it does through its methods.
                    foreach (var method in anonymous.Functions)
                        if (method is { HasBody: true, IsPublic: true, IsStatic: false, Name: not Function.Constructor }) Enter(method, mark);
                    break;
                case FieldMention { Kind: FieldMentionKind.ReadOfClass } read when hierarchy.Find(read.Owner)?.Initializer is { } initializer:
                    Enter(initializer, mark);
                    break;
            }
        }

        void Enter(Function callee, int mark)
        {
            if (graph.NumberOf(callee) is not (>= 0 and var number) || entered[number] == mark) return;
            entered[number] = mark;
            callees.Add(number);
        }

        /// <summary>Adds what a call can lead to, each once; says whether that is all.</summary>
        bool AddTargets(CallMention call, int first)
        {
            var callee = call.Callee;
            foreach (var candidate in callee.Candidates)
                if (candidate.HasBody) Add(call, candidate, first);
            if (callee is not { Kind: CallKind.Virtual, Type: { } type } || hierarchy.Find(type) is null) return true;
            var overrides = hierarchy.Overrides(type, callee.Name, call.Arity, callee.Candidates.IsEmpty ? null : callee.Candidates[0]);
            if (overrides.Length > MostOverrides) return false;
            foreach (var target in overrides) Add(call, target, first);
            return true;
        }

        void Add(CallMention call, Function target, int first)
        {
            for (var i = first; i < calls.Count; i++)
                if (ReferenceEquals(calls[i].Callee, target)) return;
            calls.Add((call, target));
        }
    }
}
