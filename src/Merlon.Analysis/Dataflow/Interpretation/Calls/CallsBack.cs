using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>
/// Functions handed to a library that nobody described: it is taken to call them, once, with unknown arguments that carry the taint of
/// what else was handed over. So are the methods of anonymous objects.
/// </summary>
static class CallsBack
{
    /// <summary>Calls what the arguments hold; gives the taint of what came back.</summary>
    public static Labels Arguments(Invocation call)
    {
        var labels = Labels.None;
        foreach (var argument in call.Arguments)
            foreach (var (number, obj) in call.Objects(argument).ToList())
                labels = Labels.Join(labels, Call(call, Value.OfObject(number), obj));
        return labels;
    }

    static Labels Call(Invocation call, Value self, HeapObject obj)
    {
        if (obj.Closure is { } closure) return call.CallBack(self, Unknowns(call, closure.Function)).Labels;
        if (obj.Type?.Contains('$', StringComparison.Ordinal) != true || call.Machine.Hierarchy.Find(obj.Type) is not { } type) return Labels.None;
        var labels = Labels.None;
        foreach (var method in call.Machine.Hierarchy.MethodsOf(type).Where(f => f is { IsPublic: true, IsStatic: false, Name: not Function.Constructor }))
            labels = Labels.Join(labels, call.Machine.Calls.CallBack(self, method.Name, Unknowns(call, method), call.State, call.Site).Labels);
        return labels;
    }

    static ImmutableArray<Value> Unknowns(Invocation call, Function function) =>
        [.. function.Parameters.Select(p => Value.Open(p.Type, call.Inputs))];
}
