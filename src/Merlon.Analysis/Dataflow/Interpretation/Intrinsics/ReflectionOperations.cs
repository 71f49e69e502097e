using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Reflection with names that are constants: the class or method is then as good as named in the code.</summary>
static class ReflectionOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("class.named", c => Named(c, c.Argument(0))),
        ("class.of", ClassOf),
        ("class.name", c => Known(c, c.Receiver) is { } type ? Value.Constant(type) : Value.Open(c.ResultType, c.Receiver.Labels)),
        ("class.simpleName", c => Known(c, c.Receiver) is { } type ? Value.Constant(type[(type.LastIndexOf('.') + 1)..]) : Value.Open(c.ResultType)),
        ("class.instance", Instance),
        ("class.method", Method),
        ("method.invoke", Invoke),
    ];

    static Value Named(Invocation call, Value name)
    {
        var mirror = new HeapObject(call.ResultType).Write("class", name);
        return call.Allocate(mirror).AddLabels(name.Labels);
    }

    static Value ClassOf(Invocation call)
    {
        var types = call.Objects(call.Receiver).Select(o => o.Object.Type).Distinct().ToList();
        return types is [{ } type] && !call.Receiver.IsOpen ? Named(call, Value.Constant(type)) : Value.Open(call.ResultType);
    }

    static string? Known(Invocation call, Value mirror)
    {
        var names = call.Objects(mirror).Select(o => o.Object.Find("class")?.SingleText).Distinct().ToList();
        return names is [{ } name] && !mirror.IsOpen ? name : null;
    }

    /// <summary>A new object of the class, made by the constructor that takes as many arguments.</summary>
    static Value Instance(Invocation call)
    {
        var labels = Machine.Reachable(call.Receiver, call.State);
        if (Known(call, call.Receiver) is not { } name || call.Machine.Hierarchy.Find(name) is not { } type) return Value.Open(null, labels);
        var made = call.Allocate(new HeapObject(type.Name));
        if (call.Machine.Hierarchy.ConstructorsOf(type).FirstOrDefault(f => f.Parameters.Length == call.Arguments.Length) is { } constructor)
        {
            var after = call.Machine.Invoke(constructor, [made, .. call.Arguments], call.State, call.Site.Frame, call.Site.Frame.Context.Enter(call.Site.Place, 0));
            if (after.State is not null) call.State.Heap = after.State.Heap;
        }
        return made;
    }

    static Value Method(Invocation call)
    {
        var method = new HeapObject(call.ResultType).Write("method", call.Argument(0));
        if (Known(call, call.Receiver) is { } type) method = method.Write("class", Value.Constant(type));
        return call.Allocate(method).AddLabels(call.Argument(0).Labels);
    }

    static Value Invoke(Invocation call)
    {
        var method = call.Objects(call.Receiver).Select(o => o.Object.Find("method")?.SingleText).FirstOrDefault();
        var target = call.Argument(0);
        if (call.Arguments.IsEmpty || method is null || target.IsNothing || target.IsOpen) return call.Opened;
        var arguments = call.Arguments is [_, var packed] && ListOperations.Known(call, packed) is { } items ? [.. items] : call.Arguments.RemoveAt(0);
        return call.Machine.Calls.CallBack(target, method, arguments, call.State, call.Site);
    }
}
