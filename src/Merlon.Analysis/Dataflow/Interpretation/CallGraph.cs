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

    readonly Hierarchy hierarchy;
    readonly List<Function> functions = [];
    readonly Dictionary<Function, int> numbers = [];
    readonly Edges[] edges;

    /// <param name="jobs">On how many threads calls are looked at.</param>
    public CallGraph(Program program, Hierarchy hierarchy, int jobs = 1)
    {
        this.hierarchy = hierarchy;
        foreach (var function in FunctionsOf(program)) Add(function);
        edges = new Edges[functions.Count];
        DeepThreads.Each(edges.Length, jobs, i => edges[i] = EdgesOf(functions[i]), CancellationToken.None);
    }

    /// <summary>Every function with a body, closures and initializers included.</summary>
    public IReadOnlyList<Function> Functions => functions;

    /// <summary>The number of a function; -1 when it has no body.</summary>
    public int NumberOf(Function function) => numbers.GetValueOrDefault(function, -1);

    /// <summary>The functions that one can enter, each once.</summary>
    public ImmutableArray<int> CalleesOf(int number) => edges[number].Callees;

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
        program.Types.Values.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(t => t.Initializer is null ? t.Functions : t.Functions.Append(t.Initializer));

    void Add(Function function)
    {
        if (!function.HasBody || !numbers.TryAdd(function, functions.Count)) return;
        functions.Add(function);
        foreach (var mention in function.Outline.Mentions)
            if (mention is ClosureMention closure) Add(closure.Function);
    }

    Edges EdgesOf(Function function)
    {
        var (callees, calls, isOpenEnded) = (new List<int>(), new List<(CallMention, Function)>(), false);
        var seen = new HashSet<int>();
        void Enter(Function callee)
        {
            if (NumberOf(callee) is >= 0 and var number && seen.Add(number)) callees.Add(number);
        }
        foreach (var mention in function.Outline.Mentions)
        {
            switch (mention)
            {
                case CallMention call:
                    var first = calls.Count;
                    isOpenEnded |= !AddTargets(call, calls);
                    for (var i = first; i < calls.Count; i++) Enter(calls[i].Item2);
                    break;
                case ClosureMention closure:
                    Enter(closure.Function);
                    break;
                case AnonymousMention made when hierarchy.Find(made.Type) is { } anonymous:
                    // Made to be handed over: what a library does with it, it does through its methods.
                    foreach (var method in anonymous.Functions)
                        if (method is { HasBody: true, IsPublic: true, IsStatic: false, Name: not Function.Constructor }) Enter(method);
                    break;
                case FieldMention { Kind: FieldMentionKind.ReadOfClass } read when hierarchy.Find(read.Owner)?.Initializer is { } initializer:
                    Enter(initializer);
                    break;
            }
        }
        return new Edges([.. callees], calls, isOpenEnded);
    }

    /// <summary>Adds what a call can lead to, each once; says whether that is all.</summary>
    bool AddTargets(CallMention call, List<(CallMention, Function)> calls)
    {
        var first = calls.Count;
        void Add(Function target)
        {
            if (calls.FindIndex(first, c => ReferenceEquals(c.Item2, target)) < 0) calls.Add((call, target));
        }
        foreach (var candidate in call.Callee.Candidates)
            if (candidate.HasBody) Add(candidate);
        if (call.Callee is not { Kind: CallKind.Virtual, Type: { } type } || hierarchy.Find(type) is null) return true;
        var overrides = hierarchy.Overrides(type, call.Callee.Name, call.Arity, call.Callee.Candidates.FirstOrDefault());
        if (overrides.Length > MostOverrides) return false;
        foreach (var target in overrides) Add(target);
        return true;
    }

    /// <summary>What one function leads to, and by which calls.</summary>
    readonly record struct Edges(ImmutableArray<int> Callees, List<(CallMention Call, Function Callee)> Calls, bool IsOpenEnded);
}
