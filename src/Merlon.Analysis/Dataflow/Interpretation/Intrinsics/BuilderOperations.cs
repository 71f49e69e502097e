using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Objects that hold a text which grows: builders, buffers, writers into memory.</summary>
static class BuilderOperations
{

    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("builder.new", New),
        ("builder.append", c => Update(c, (text, added) => Arithmetic.Concatenate(text, added))),
        ("builder.appendAll", c => Set(c, text => Value.Open(null, Labels.Join(text.Labels, c.Inputs)), c.Receiver, c.Inputs)),
        ("builder.text", c => TextOperations.Text(c, c.Receiver)),
        ("builder.insert", Insert),
        ("builder.replace", Replace),
        ("builder.change", c => Update(c, (text, _) => Value.Open(null, text.Labels))),
        ("builder.setLength", c => Update(c, (text, length) => length.SingleInteger == 0 ? Value.EmptyText : Value.Open(null, text.Labels))),
        ("builder.length", c => TextOperations.Text(c, c.Receiver).SingleText is { } text ? Value.Constant((long)text.Length) : Value.Open(c.ResultType)),
    ];

    static Value New(Invocation call)
    {
        var initial = call.Argument(0);
        var isText = !initial.IsNothing && initial.SingleInteger is null && !Defaults.IsPrimitive(initial.Type);
        var text = isText ? TextOperations.Text(call, initial) : Value.EmptyText;
        return Set(call, _ => text, Value.Null);
    }

    static Value Update(Invocation call, Func<Value, Value, Value> change)
    {
        var added = call.Arguments.Length > 0 ? TextOperations.Text(call, call.Argument(0)) : Value.Nothing;
        return Set(call, text => change(text, added), call.Receiver, added.Labels);
    }

    static Value Insert(Invocation call)
    {
        var added = TextOperations.Text(call, call.Argument(1));
        return Set(call, text => call.Argument(0).SingleInteger == 0
            ? Arithmetic.Concatenate(added, text)
            : Value.Open(null, Labels.Join(text.Labels, added.Labels)), call.Receiver, added.Labels);
    }

    static Value Replace(Invocation call)
    {
        var added = TextOperations.Text(call, call.Argument(2));
        return Set(call, text => Value.Open(null, Labels.Join(text.Labels, added.Labels)), call.Receiver, added.Labels);
    }

    static Value Set(Invocation call, Func<Value, Value> change, Value result, Labels added = default)
    {
        var strong = call.Receiver.Objects.Length == 1 && !call.Receiver.IsOpen;
        foreach (var (number, obj) in call.Objects(call.Receiver))
        {
            var before = obj.Find(Hidden.Text) ?? (obj.IsOpaque ? Value.Open(null, obj.Labels) : Value.EmptyText);
            var after = change(before);
            call.Put(number, obj.Write(Hidden.Text, strong ? after : Value.Join(before, after)));
        }
        if (!call.Receiver.IsOpen) return result;
        FieldAccess.Taint(call.State, call.Receiver, added);
        return result.AddLabels(added);
    }
}
