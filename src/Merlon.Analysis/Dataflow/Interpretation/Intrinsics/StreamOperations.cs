using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Streams, optional values and futures: collections whose elements pass through functions.</summary>
static class StreamOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("stream.map", c => Made(c, Items(c).ConvertAll(i => c.CallBack(c.Argument(0), i)))),
        ("stream.flatMap", c => Made(c, Items(c).ConvertAll(i => ListOperations.Any(c, c.CallBack(c.Argument(0), i))))),
        ("stream.filter", Filter),
        ("stream.forEach", c => Each(c, Value.Null)),
        ("stream.peek", c => Each(c, c.Receiver)),
        ("stream.any", c => Element(c, c.Receiver)),
        ("stream.anyOr", c => Value.Join(Element(c, c.Receiver), c.Argument(0))),
        ("stream.anyOrCall", c => Value.Join(Element(c, c.Receiver), c.CallBack(c.Argument(0)))),
        ("stream.reduce", Reduce),
        ("stream.wrap", c => Made(c, [c.Argument(0).WithoutNull])),
        ("stream.generate", c => Made(c, [c.CallBack(c.Argument(0))])),
        ("stream.array", c => Made(c, Items(c))),
        ("stream.consume", Consume),
    ];

    static List<Value> Items(Invocation call)
    {
        if (ListOperations.Known(call, call.Receiver) is { } items) return items;
        var any = ListOperations.Any(call, call.Receiver);
        return any.IsNothing ? [] : [any];
    }

    /// <summary>The results as a new collection, in order when the receiver's order is known.</summary>
    static Value Made(Invocation call, List<Value> items)
    {
        var isKnown = call.Receiver.IsNothing || ListOperations.Known(call, call.Receiver) is not null;
        return call.Allocate(isKnown && !items.Exists(i => i.IsNothing)
            ? HeapObject.List(call.ResultType, items)
            : items.Aggregate(new HeapObject(call.ResultType), (list, item) => list.WriteAny(item)));
    }

    static Value Filter(Invocation call)
    {
        var kept = new List<Value>();
        foreach (var item in Items(call))
        {
            var answer = call.CallBack(call.Argument(0), item);
            if (Truth.Of(answer) == false) continue;
            var checks = answer.Fact?.WhenTrue ?? [];
            var isEqual = answer.Fact is { EqualWhenTrue: { } equal, Subject: { } subject } && subject.Same(item) ? equal : item;
            kept.Add(isEqual.With(isEqual.Labels.Select(l => l with { Marks = l.Marks | State.MarksOf(checks, l.Source) })));
        }
        return call.Allocate(kept.Aggregate(new HeapObject(call.ResultType), (list, item) => list.WriteAny(item)));
    }

    static Value Each(Invocation call, Value result)
    {
        foreach (var item in Items(call)) call.CallBack(call.Argument(0), item);
        return result;
    }

    static Value Element(Invocation call, Value stream)
    {
        var any = ListOperations.Any(call, stream);
        return any.IsNothing ? Value.Open(call.ResultType) : any;
    }

    static Value Reduce(Invocation call)
    {
        var any = Element(call, call.Receiver);
        var start = call.Arguments.Length > 1 ? call.Argument(0) : any;
        return Value.Join(start, call.CallBack(call.Argument(Math.Min(1, call.Arguments.Length - 1)), Value.Join(start, any), any));
    }

    /// <summary>Whatever the arguments are: functions among them are called with the element and their results come out.</summary>
    static Value Consume(Invocation call)
    {
        var element = Element(call, call.Receiver);
        ImmutableArray<Value> given = [element, element];
        var results = call.Arguments.Where(a => call.Objects(a).Any(o => o.Object.Closure is not null)).Select(a => call.CallBack(a, given)).ToList();
        return results.Aggregate(element, Value.Join);
    }
}
