using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Lists, sets, queues and arrays: by position while the positions are known.</summary>
static class ListOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("list.new", New),
        ("list.of", c => c.Allocate(HeapObject.List(c.ResultType, ItemsOf(c)))),
        ("list.constants", c => c.Allocate(HeapObject.List(c.ResultType, [.. c.Words.Select(w => Value.Constant(w.Length == 1 ? w[0] : w))]))),
        ("list.add", c => Edit(c, c.Argument(0), items => items.Add(c.Argument(0)), Value.True)),
        ("list.addFirst", c => Edit(c, c.Argument(0), items => items.Insert(0, c.Argument(0)), Value.Null)),
        ("list.insert", c => Positioned(c, (items, at) => items.Insert(at, c.Argument(1)), c.Argument(1), atEnd: true)),
        ("list.set", c => Positioned(c, (items, at) => items[at] = c.Argument(1), c.Argument(1))),
        ("list.addAll", AddAll),
        ("list.get", c => At(c, c.Argument(0).SingleInteger)),
        ("list.first", c => At(c, 0)),
        ("list.last", c => At(c, null, last: true)),
        ("list.firstNode", c => Node(c, At(c, 0))),
        ("list.lastNode", c => Node(c, At(c, null, last: true))),
        ("list.any", c => At(c, null)),
        ("list.remove", Remove),
        ("list.removeFirst", c => Take(c, first: true)),
        ("list.removeLast", c => Take(c, first: false)),
        ("list.removeValue", RemoveValue),
        ("list.clear", Clear),
        ("list.size", c => Size(c, length => (long)length)),
        ("list.isEmpty", c => Size(c, length => length == 0)),
        ("list.contains", Contains),
        ("list.copy", c => Copy(c, c.Receiver.IsNothing ? c.Argument(0) : c.Receiver)),
        ("list.copyOf", c => Copy(c, c.Argument(0))),
        ("list.view", c => c.Receiver.IsNothing ? c.Argument(0) : c.Receiver),
        ("list.shuffle", Shuffle),
    ];

    /// <summary>What any element of a collection can be; with the taint of a collection that is not known inside.</summary>
    public static Value Any(Invocation call, Value collection)
    {
        var any = Value.Nothing;
        foreach (var (_, obj) in call.Objects(collection)) any = Value.Join(any, obj.ReadAny().AddLabels(obj.Labels));
        if (collection.IsOpen) any = Value.Join(any, Value.Open(null, collection.Labels));
        return any;
    }

    /// <summary>The elements of a collection in order, when all of that is known.</summary>
    public static List<Value>? Known(Invocation call, Value collection) =>
        !collection.IsOpen && collection.Objects.Length == 1 && call.State.Heap[collection.Objects[0]] is { IsList: true } list && list.Labels.IsEmpty
            ? list.Items()
            : null;

    /// <summary>The link that holds an element under <c>Value</c>; an empty list has none.</summary>
    static Value Node(Invocation call, Value element) =>
        element.IsNothing ? Value.Open(call.ResultType, Machine.Reachable(call.Receiver, call.State)) : call.Allocate(new HeapObject(call.ResultType).Write("Value", element)).AddLabels(element.Labels);

    static List<Value> ItemsOf(Invocation call)
    {
        if (call.Arguments.Length == 1 && call.Objects(call.Argument(0)).FirstOrDefault().Object is { IsList: true } array) return array.Items();
        if (call.Arguments.Length == 1 && IsOpenArray(call.Argument(0))) return [Value.Open(null, call.Inputs)];
        return [.. call.Arguments];
    }

    static bool IsOpenArray(Value value) => value.IsOpen && value.Type?.EndsWith("[]", StringComparison.Ordinal) == true;

    static Value New(Invocation call)
    {
        var source = call.Argument(0);
        foreach (var (number, obj) in call.Objects(call.Receiver))
        {
            var list = obj.AsList();
            if (!source.Objects.IsEmpty || (source.IsOpen && source.IsTainted)) list = Known(call, source) is { } items ? list.WithItems(items) : list.WriteAny(Any(call, source));
            call.Put(number, list);
        }
        return Value.Null;
    }

    /// <summary>Changes each list that the receiver can be: in place when it is surely that one, else by adding.</summary>
    static Value Edit(Invocation call, Value added, Action<List<Value>> edit, Value result)
    {
        var strong = call.Receiver.Objects.Length == 1 && !call.Receiver.IsOpen;
        foreach (var (number, obj) in call.Objects(call.Receiver))
        {
            if (!strong || !obj.IsList || obj.IsWeak)
            {
                call.Put(number, added.IsNothing ? obj.Unordered() : obj.Unordered().WriteAny(added));
                continue;
            }
            var items = obj.Items();
            edit(items);
            call.Put(number, obj.WithItems(items));
        }
        if (call.Receiver.IsOpen) FieldAccess.Taint(call.State, call.Receiver, Machine.Reachable(added, call.State));
        return result;
    }

    static Value Positioned(Invocation call, Action<List<Value>, int> edit, Value added, bool atEnd = false)
    {
        var before = At(call, call.Argument(0).SingleInteger);
        var position = call.Argument(0).SingleInteger;
        var fits = position is { } at && call.Objects(call.Receiver).All(o => o.Object.Length is { } length && at >= 0 && (atEnd ? at <= length : at < length));
        if (fits) return Edit(call, added, items => edit(items, (int)position!), before);
        foreach (var (number, obj) in call.Objects(call.Receiver)) call.Put(number, obj.Unordered().WriteAny(added));
        if (call.Receiver.IsOpen) FieldAccess.Taint(call.State, call.Receiver, Machine.Reachable(added, call.State));
        return before;
    }

    static Value AddAll(Invocation call)
    {
        var source = call.Argument(call.Arguments.Length - 1);
        if (call.Arguments.Length == 1 && Known(call, source) is { } items) return Edit(call, Any(call, source), list => list.AddRange(items), Value.Open(call.ResultType));
        var any = Any(call, source);
        foreach (var (number, obj) in call.Objects(call.Receiver)) call.Put(number, obj.Unordered().WriteAny(any));
        if (call.Receiver.IsOpen) FieldAccess.Taint(call.State, call.Receiver, any.Labels);
        return Value.Open(call.ResultType);
    }

    static Value At(Invocation call, long? position, bool last = false)
    {
        var result = Value.Nothing;
        foreach (var (_, obj) in call.Objects(call.Receiver))
        {
            var at = last && obj.Length is { } length ? length - 1 : position;
            var found = at is { } index && obj.IsList ? obj.Read(index) : obj.ReadAny();
            result = Value.Join(result, (found ?? Value.Nothing).AddLabels(obj.Labels));
        }
        if (call.Receiver.IsOpen) result = Value.Join(result, Value.Open(call.ResultType, call.Receiver.Labels));
        return result.IsNothing ? Value.Open(call.ResultType) : result;
    }

    /// <summary>Removal by position; by value when the argument is an object.</summary>
    static Value Remove(Invocation call)
    {
        if (call.Arguments.IsEmpty) return Take(call, first: true);
        var position = call.Argument(0);
        if (position.SingleText is not null || !position.Objects.IsEmpty) return RemoveValue(call);
        var before = At(call, position.SingleInteger);
        var fits = position.SingleInteger is { } at && call.Objects(call.Receiver).All(o => o.Object.Length is { } length && at >= 0 && at < length);
        return Edit(call, Value.Nothing, items => { if (fits) items.RemoveAt((int)position.SingleInteger!); }, before, unordered: !fits);
    }

    static Value Edit(Invocation call, Value added, Action<List<Value>> edit, Value result, bool unordered)
    {
        if (!unordered) return Edit(call, added, edit, result);
        foreach (var (number, obj) in call.Objects(call.Receiver)) call.Put(number, obj.Unordered());
        return result;
    }

    static Value Take(Invocation call, bool first)
    {
        var result = At(call, first ? 0 : null, last: !first);
        return Edit(call, Value.Nothing, items => { if (items.Count > 0) items.RemoveAt(first ? 0 : items.Count - 1); }, result);
    }

    static Value RemoveValue(Invocation call)
    {
        var removed = call.Argument(0);
        foreach (var (number, obj) in call.Objects(call.Receiver))
        {
            var items = obj.Items();
            var index = items.FindIndex(i => Comparison.IsEqual(i, removed, call.State) != false);
            var sure = obj.IsList && (index < 0 || Comparison.IsEqual(items[index], removed, call.State) == true);
            if (sure && index >= 0) items.RemoveAt(index);
            call.Put(number, sure ? obj.WithItems(items) : obj.Unordered());
        }
        return Value.Open(call.ResultType);
    }

    static Value Clear(Invocation call)
    {
        var strong = call.Receiver.Objects.Length == 1 && !call.Receiver.IsOpen;
        foreach (var (number, obj) in call.Objects(call.Receiver))
            if (strong) call.Put(number, obj.IsList || !obj.IsOpaque ? obj.Emptied().AsList() : obj.Emptied());
        return Value.Null;
    }

    static Value Size(Invocation call, Func<int, object> answer)
    {
        var lengths = call.Objects(call.Receiver).Select(o => o.Object.Length).Distinct().ToList();
        return !call.Receiver.IsOpen && lengths is [{ } length] ? Value.Constant(answer(length)) : Value.Open(call.ResultType);
    }

    /// <summary>Membership in a collection of constants tells what a value can be.</summary>
    static Value Contains(Invocation call)
    {
        var any = Any(call, call.Receiver);
        var subject = call.Argument(0);
        if (!any.IsConstant || !subject.IsTainted || any.IsTainted) return Value.Open(call.ResultType);
        var checks = subject.Labels.Items.Select(l => new Check(l.Source, Marks.All)).Distinct();
        return Value.Open(call.ResultType).With(new Fact { WhenTrue = [.. checks], Subject = subject, EqualWhenTrue = any });
    }

    static Value Copy(Invocation call, Value source) =>
        call.Allocate(Known(call, source) is { } items ? HeapObject.List(call.ResultType, items) : new HeapObject(call.ResultType).WriteAny(Any(call, source)));

    static Value Shuffle(Invocation call)
    {
        foreach (var (number, obj) in call.Objects(call.Argument(0))) call.Put(number, obj.Unordered());
        return Value.Null;
    }
}
