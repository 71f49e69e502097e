using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Library methods whose point is to call a function that they are given, now or later.</summary>
static class FunctionOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("function.apply", c => c.CallBack(c.Argument(0), c.Receiver)),
        ("function.handed", c => c.CallBack(c.Argument(0), c.Arguments.Length > 1 ? c.Argument(1) : Value.Null)),
        ("function.mapStatic", Map),
        ("function.start", Start),
        ("function.handler", Handle),
        ("function.given", Configure),
    ];

    static Value Map(Invocation call)
    {
        var any = ListOperations.Any(call, call.Argument(0));
        return call.Allocate(new HeapObject(call.ResultType).WriteAny(call.CallBack(call.Argument(1), any)));
    }

    /// <summary>A thread: the function that its constructor kept, with the argument given now.</summary>
    static Value Start(Invocation call)
    {
        foreach (var (_, thread) in call.Objects(call.Receiver).ToList())
            if (thread.Find("Invoke") is { } kept) call.CallBack(kept, call.Argument(0));
        return Value.Null;
    }

    /// <summary><c>function.given type</c>: a function handed over sets up an object of the type; the receiver goes on.</summary>
    static Value Configure(Invocation call)
    {
        call.CallBack(call.Argument(0), call.Allocate(new HeapObject(call.Words[0]), part: 1));
        return call.Receiver;
    }

    /// <summary><c>function.handler kind</c>: functions handed over are called by a framework with data from outside.</summary>
    static Value Handle(Invocation call)
    {
        foreach (var argument in call.Arguments)
            foreach (var (number, obj) in call.Objects(argument).ToList())
                if (obj.Closure is { Function: var function })
                    call.CallBack(Value.OfObject(number), [.. function.Parameters.Select((p, i) => Given(call, function, p, i))]);
        return Value.Open(call.ResultType);
    }

    /// <summary>What a framework hands over; the operation's further words are the types of parameters that are written without one.</summary>
    static Value Given(Invocation call, Programs.Function function, Programs.Parameter parameter, int index)
    {
        var machine = call.Machine;
        var type = parameter.Type ?? call.Words.ElementAtOrDefault(index + 1);
        var isData = RequestData.Fills(type, machine.Models, machine.Hierarchy);
        var kind = parameter.Annotations.Select(a => machine.Models.EntryPoints.OfParameter(machine.Models.Canonical(a.Name))).FirstOrDefault(k => k is not null);
        if (kind == "none" || kind is null && !isData) return machine.Fields.Outside(call.State, type, Labels.None, machine.Root, parameter, depth: 1);
        var step = new Step(null, function.Span, parameter.Name, type, function);
        var label = new Label(machine.SourceAt(kind ?? call.Words[0], function.Span, parameter.Name, $"({index})"), call.Machine.Models.MarksOf(type), step);
        return machine.Fields.Outside(call.State, type, Labels.Of(label), machine.Root, parameter, depth: 1);
    }
}
