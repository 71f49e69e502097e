using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Which functions a function can enter, as far as names and types alone tell: what it calls (with the overrides that the receiver's declared
/// type has), the functions it makes values of, and the initializers of classes whose static fields it reads.
/// </summary>
sealed class CallGraph
{
    /// <summary>A call with more overrides than this leads nowhere here; the interpreter does not follow it by its declared type either.</summary>
    const int MostOverrides = 30;

    readonly Hierarchy hierarchy;

    public CallGraph(Program program, Hierarchy hierarchy)
    {
        this.hierarchy = hierarchy;
        foreach (var function in FunctionsOf(program)) Add(function);
    }

    /// <summary>Every function with a body, closures and initializers included, with the functions it can enter.</summary>
    public Dictionary<Function, HashSet<Function>> Callees { get; } = [];

    /// <summary>What calls hand over.</summary>
    public CallSites Sites { get; } = new();

    /// <summary>Functions with a call that may lead to more overrides than are listed: an exact receiver would tell which.</summary>
    public HashSet<Function> OpenEnded { get; } = [];

    static IEnumerable<Function> FunctionsOf(Program program) =>
        program.Types.Values.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(t => t.Initializer is null ? t.Functions : t.Functions.Append(t.Initializer));

    void Add(Function function)
    {
        if (!function.HasBody || Callees.ContainsKey(function)) return;
        var callees = Callees[function] = [];
        foreach (var mention in function.Outline.Mentions) AddTargets(function, mention, callees);
    }

    void AddTargets(Function function, Mention mention, HashSet<Function> callees)
    {
        switch (mention)
        {
            case CallMention call:
                var targets = call.Callee.Candidates.Where(f => f.HasBody).ToHashSet();
                if (call.Callee is { Kind: CallKind.Virtual, Type: { } type }) AddOverrides(function, type, call, targets);
                foreach (var target in targets) Sites.Note(function, call, target);
                callees.UnionWith(targets);
                break;
            case ClosureMention closure:
                Add(closure.Function);
                callees.Add(closure.Function);
                break;
            case AnonymousMention made when hierarchy.Find(made.Type) is { } anonymous:
                // Made to be handed over: what a library does with it, it does through its methods.
                callees.UnionWith(anonymous.Functions.Where(f => f is { HasBody: true, IsPublic: true, IsStatic: false, Name: not Function.Constructor }));
                break;
            case FieldMention { Kind: FieldMentionKind.ReadOfClass } read when hierarchy.Find(read.Owner)?.Initializer is { } initializer:
                callees.Add(initializer);
                break;
        }
    }

    void AddOverrides(Function function, string type, CallMention call, HashSet<Function> callees)
    {
        if (hierarchy.Find(type) is null) return;
        var found = hierarchy.Overrides(type, call.Callee.Name, call.Arity, call.Callee.Candidates.FirstOrDefault());
        if (found.Length > MostOverrides) OpenEnded.Add(function);
        else callees.UnionWith(found);
    }
}
