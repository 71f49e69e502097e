using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Iterators and enumerations over collections: exact while the collection and the position are known.</summary>
static class IteratorOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("iterator.new", New),
        ("iterator.hasNext", HasNext),
        ("iterator.next", Next),
    ];

    static Value New(Invocation call)
    {
        var collection = call.Receiver.IsNothing ? call.Argument(0) : call.Receiver;
        if (collection.Objects.IsEmpty) return Value.Open(call.ResultType, collection.Labels);
        var created = new HeapObject(call.ResultType).Write(Hidden.Origin, collection).Write(Hidden.Position, Value.Constant(0L));
        return call.Allocate(created);
    }

    static Value HasNext(Invocation call)
    {
        if (call.Objects(call.Receiver).ToList() is not [var (_, iterator)] || call.Receiver.IsOpen) return Value.Open(call.ResultType);
        if (iterator.Find(Hidden.Origin) is not { } origin || ListOperations.Known(call, origin) is not { } items) return Value.Open(call.ResultType);
        return iterator.Find(Hidden.Position)?.SingleInteger is { } position ? Truth.ToValue(position < items.Count) : Value.Open(call.ResultType);
    }

    static Value Next(Invocation call)
    {
        var result = call.Receiver.IsOpen ? Value.Open(call.ResultType, call.Receiver.Labels) : Value.Nothing;
        foreach (var (number, iterator) in call.Objects(call.Receiver).ToList())
        {
            var origin = iterator.Find(Hidden.Origin) ?? (iterator.Rest is null ? Value.Open(null, iterator.Labels) : Value.OfObject(number));
            var position = iterator.Find(Hidden.Position) ?? Value.Unknown;
            result = Value.Join(result, At(call, origin, position).AddLabels(iterator.Labels));
            call.Put(number, iterator.Write(Hidden.Position, position.SingleInteger is { } at ? Value.Constant(at + 1) : Value.Unknown));
        }
        return result.IsNothing ? Value.Open(call.ResultType) : result;
    }

    static Value At(Invocation call, Value origin, Value position) =>
        ListOperations.Known(call, origin) is { } items && position.SingleInteger is { } at && at < items.Count
            ? items[(int)at]
            : ListOperations.Any(call, origin);
}
