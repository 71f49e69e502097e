using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Maps and property bags: by key where the key is a constant.</summary>
static class MapOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("map.new", New),
        ("map.of", Of),
        ("map.put", c => Put(c, c.Receiver, c.Argument(0), c.Argument(1))),
        ("map.get", c => Get(c, Value.Null)),
        ("map.getOrDefault", c => Get(c, c.Argument(1))),
        ("map.remove", Remove),
        ("map.clear", Clear),
        ("map.putAll", PutAll),
        ("map.keys", Keys),
        ("map.values", c => c.Allocate(new HeapObject(c.ResultType).WriteAny(ListOperations.Any(c, c.Receiver)))),
        ("map.entries", Entries),
        ("map.containsKey", ContainsKey),
        ("map.compute", Compute),
        ("map.computeWith", ComputeWith),
        ("map.forEach", ForEach),
        ("entry.key", c => Part(c, "key")),
        ("entry.value", c => Part(c, "value")),
    ];

    public static Value Put(Invocation call, Value map, Value key, Value value)
    {
        var strong = map.Objects.Length == 1 && !map.IsOpen;
        var keyTaint = key.Labels;
        foreach (var (number, obj) in call.Objects(map))
        {
            var changed = key.Single is { } known
                ? obj.Write(known, strong ? value : Value.Join(obj.Read(known) ?? Value.Null, value))
                : obj.WriteAny(value);
            call.Put(number, keyTaint.IsEmpty ? changed : changed.Write(Hidden.Origin, Value.Join(changed.Find(Hidden.Origin) ?? Value.Nothing, key)));
        }
        if (map.IsOpen) FieldAccess.Taint(call.State, map, Labels.Join(Machine.Reachable(value, call.State), keyTaint));
        return Value.Null;
    }

    static Value New(Invocation call) => call.Argument(0) is { Objects.IsEmpty: false } ? PutAll(call) : Value.Null;

    static Value Of(Invocation call)
    {
        var map = call.Allocate(new HeapObject(call.ResultType));
        for (var i = 0; i + 1 < call.Arguments.Length; i += 2) Put(call, map, call.Arguments[i], call.Arguments[i + 1]);
        return map;
    }

    public static Value Get(Invocation call, Value missing)
    {
        var key = call.Argument(0);
        var result = Value.Nothing;
        foreach (var (number, obj) in call.Objects(call.Receiver))
            result = Value.Join(result, key.Single is { } known && !Value.IsNullConstant(known)
                ? Find(call, number, obj, known, missing)
                : Value.Join(obj.ReadAny().AddLabels(obj.Labels), missing));
        if (call.Receiver.IsOpen)
            result = Value.Join(result, Value.Open(call.ResultType, call.Machine.Member(call.Receiver.Labels, $"[{key.Single as string}]")));
        return result.IsNothing ? Value.Open(call.ResultType) : result;
    }

    static Value Find(Invocation call, int number, HeapObject obj, object key, Value missing)
    {
        if (obj.Find(key) is { } found) return found.AddLabels(obj.Labels);
        if (obj.IsOpaque) return Value.Join(call.Machine.Fields.ReadCell(call.State, number, key, call.ResultType, $"[{key}]"), missing);
        return obj.Rest is { } rest ? Value.Join(rest.AddLabels(obj.Labels), missing) : missing.AddLabels(obj.Labels);
    }

    static Value Remove(Invocation call)
    {
        var removed = Get(call, Value.Null);
        var strong = call.Receiver.Objects.Length == 1 && !call.Receiver.IsOpen;
        foreach (var (number, obj) in call.Objects(call.Receiver))
            if (strong && call.Argument(0).Single is { } key) call.Put(number, obj.Remove(key));
        return removed;
    }

    static Value Clear(Invocation call)
    {
        foreach (var (number, obj) in call.Objects(call.Receiver))
            if (call.Receiver.Objects.Length == 1 && !call.Receiver.IsOpen) call.Put(number, obj.Emptied());
        return Value.Null;
    }

    static Value PutAll(Invocation call)
    {
        foreach (var (_, source) in call.Objects(call.Argument(0)).ToList())
        {
            foreach (var cell in source.Cells.Where(c => c.Key is not Hidden)) Put(call, call.Receiver, Value.Constant(Value.IsNullConstant(cell.Key) ? null : cell.Key), cell.Value);
            if (source.Rest is { } rest) Put(call, call.Receiver, Value.Unknown, rest);
        }
        if (call.Argument(0).IsOpen) FieldAccess.Taint(call.State, call.Receiver, call.Argument(0).Labels);
        return Value.Null;
    }

    static Value KeysOf(Invocation call, Value map)
    {
        var keys = Value.Nothing;
        foreach (var (_, obj) in call.Objects(map))
        {
            keys = Value.Join(keys, obj.Find(Hidden.Origin) ?? Value.Nothing);
            keys = Value.Join(keys, Value.OfConstants(obj.Cells.Select(c => c.Key).Where(k => k is not Hidden), obj.Labels));
            if (obj.Rest is not null || obj.IsOpaque) keys = Value.Join(keys, Value.Open(null, obj.Labels));
        }
        return map.IsOpen ? Value.Join(keys, Value.Open(null, map.Labels)) : keys;
    }

    static Value Keys(Invocation call) => call.Allocate(new HeapObject(call.ResultType).WriteAny(KeysOf(call, call.Receiver)));

    static Value Entries(Invocation call)
    {
        var entry = new HeapObject(null).Write("key", KeysOf(call, call.Receiver)).Write("value", ListOperations.Any(call, call.Receiver));
        return call.Allocate(new HeapObject(call.ResultType).WriteAny(call.Allocate(entry.Weakened(), part: 1)));
    }

    static Value Part(Invocation call, string part)
    {
        var result = Value.Nothing;
        foreach (var (_, obj) in call.Objects(call.Receiver)) result = Value.Join(result, obj.Read(part) ?? Value.Open(null, obj.Labels));
        if (call.Receiver.IsOpen) result = Value.Join(result, Value.Open(call.ResultType, call.Receiver.Labels));
        return result.IsNothing ? Value.Open(call.ResultType) : result;
    }

    static Value ContainsKey(Invocation call)
    {
        if (call.Receiver.IsOpen || call.Argument(0).Single is not { } key) return Value.Open(call.ResultType);
        var answers = call.Objects(call.Receiver).Select(o => o.Object is { IsOpaque: false, Rest: null, IsWeak: false } map ? map.Find(key) is not null : (bool?)null).Distinct().ToList();
        return answers is [{ } answer] ? Truth.ToValue(answer) : Value.Open(call.ResultType);
    }

    /// <summary>Put when absent, merge, compute: the old value, or what is given or computed.</summary>
    static Value Compute(Invocation call)
    {
        var before = Get(call, Value.Nothing);
        var given = call.Arguments.Skip(1).Aggregate(Value.Nothing, (all, a) => Value.Join(all, Given(call, a, before)));
        var after = Value.Join(before, given);
        Put(call, call.Receiver, call.Argument(0), after);
        return after;
    }

    /// <summary>What a function makes of the key and of one more argument, where the key was not there.</summary>
    static Value ComputeWith(Invocation call)
    {
        var after = Value.Join(Get(call, Value.Nothing), call.CallBack(call.Argument(1), call.Argument(0), call.Argument(2)));
        Put(call, call.Receiver, call.Argument(0), after);
        return after;
    }

    static Value Given(Invocation call, Value argument, Value before) =>
        call.Objects(argument).Any(o => o.Object.Closure is not null) ? call.CallBack(argument, call.Argument(0), before) : argument;

    static Value ForEach(Invocation call)
    {
        call.CallBack(call.Argument(0), KeysOf(call, call.Receiver), ListOperations.Any(call, call.Receiver));
        return Value.Null;
    }
}
