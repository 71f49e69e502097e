using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Documents made of objects: what a member holds is a part of the document, and of that member alone when an object is made of it again.</summary>
static class SerializationOperations
{
    /// <summary>Lists and maps that stand around the object whose members count.</summary>
    const int Depth = 3;

    public static IEnumerable<(string Name, Operation Operation)> All => [("object.serialize", Serialize), ("serial.fill", Fill)];

    /// <summary><c>object.serialize [place]</c>: the first argument, or what stands at the place, as a text or bytes.</summary>
    static Value Serialize(Invocation call) => Value.Open(call.ResultType, LabelsOf(call, call.Argument(0), Depth));

    /// <summary>The object whose method this stands in gets its members from the receiver.</summary>
    static Value Fill(Invocation call)
    {
        if (call.Site.Frame.Function is { IsStatic: false, IsClosure: false }) FieldAccess.Taint(call.State, call.State[0], Machine.Reachable(call.Receiver, call.State));
        return Value.Null;
    }

    static Labels LabelsOf(Invocation call, Value value, int left)
    {
        var labels = value.Labels;
        foreach (var (_, obj) in call.Objects(value))
        {
            labels = Labels.Join(labels, obj.Labels);
            foreach (var (key, cell) in obj.Cells) labels = Labels.Join(labels, OfCell(call, key, cell, left));
            if (obj.Rest is { } rest) labels = Labels.Join(labels, OfCell(call, null, rest, left));
        }
        return labels;
    }

    static Labels OfCell(Invocation call, object? key, Value cell, int left) => key switch
    {
        string name => call.Machine.Serialized(Machine.Reachable(cell, call.State), name),
        _ when left > 0 => LabelsOf(call, cell, left - 1),
        _ => Machine.Reachable(cell, call.State),
    };
}
