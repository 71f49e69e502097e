using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>
/// Objects that are written to a stream in memory as a whole, and read again from what the stream held: what comes out is what went in. The stream,
/// its bytes and the streams around them keep it. Of data from outside that is more than a text or number only the taint is kept.
/// </summary>
static class MemoryStreamOperations
{
    const string Kept = "serialized";

    /// <summary>How many streams around one another are looked through.</summary>
    const int Wrappings = 4;

    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("serial.write", c => Write(c, c.Receiver, c.Argument(0))),
        ("serial.writeTo", c => Write(c, c.Argument(0), c.Argument(1))),
        ("serial.bytes", Bytes),
        ("serial.put", Put),
        ("serial.around", Around),
        ("serial.read", c => Read(c, c.Receiver)),
        ("serial.readFrom", c => Read(c, c.Argument(0))),
    ];

    /// <summary>A second object makes it unknown what is read.</summary>
    static Value Write(Invocation call, Value stream, Value written)
    {
        var marks = call.Model?.Marks ?? 0;
        var labels = Machine.Reachable(written, call.State);
        var kept = labels.IsEmpty ? written : written.Objects.IsEmpty ? written.With(written.Labels.Mark(marks)) : Value.Unknown;
        Keep(call, stream, kept, Wrappings);
        FieldAccess.Taint(call.State, stream, labels.Mark(marks));
        return Value.Null;
    }

    static void Keep(Invocation call, Value stream, Value kept, int left)
    {
        foreach (var (number, obj) in call.Objects(stream).ToList())
        {
            call.Put(number, obj.Write(Kept, obj.Find(Kept) is { IsNothing: false } ? Value.Unknown : kept));
            if (left > 0 && obj.Find(Hidden.Origin) is { } origin) Keep(call, origin, kept, left - 1);
        }
    }

    static Value Bytes(Invocation call)
    {
        var bytes = HeapObject.Opaque(call.ResultType, Machine.Reachable(call.Receiver, call.State));
        return call.Allocate(In(call, call.Receiver) is { IsNothing: false } kept ? bytes.Write(Kept, kept) : bytes).AddLabels(bytes.Labels);
    }

    static Value Around(Invocation call)
    {
        if (In(call, call.Argument(0)) is { IsNothing: false } kept)
            foreach (var (number, obj) in call.Objects(call.Receiver).ToList()) call.Put(number, obj.Write(Kept, kept));
        FieldAccess.Taint(call.State, call.Receiver, Machine.Reachable(call.Argument(0), call.State));
        return Value.Null;
    }

    /// <summary>Bytes that are written to a stream: it then holds what they do.</summary>
    static Value Put(Invocation call)
    {
        if (In(call, call.Argument(0)) is { IsNothing: false } kept) Keep(call, call.Receiver, kept, Wrappings);
        FieldAccess.Taint(call.State, call.Receiver, Machine.Reachable(call.Argument(0), call.State));
        return Value.Null;
    }

    static Value Read(Invocation call, Value stream)
    {
        var labels = Machine.Reachable(stream, call.State);
        return In(call, stream) is { IsNothing: false } kept ? kept.AddLabels(labels) : Value.Open(call.ResultType, labels);
    }

    /// <summary>What was written to each stream that it can be; nothing where that is not known of one.</summary>
    static Value In(Invocation call, Value stream)
    {
        var result = Value.Nothing;
        if (stream.IsOpen) return result;
        foreach (var (_, obj) in call.Objects(stream))
        {
            if (obj.Find(Kept) is not { } kept) return Value.Nothing;
            result = Value.Join(result, kept);
        }
        return result;
    }
}
