using System.Globalization;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Library methods that answer through a variable handed to them, an object whose cell <c>value</c> is the variable.</summary>
static class ReferenceOperations
{
    const string Cell = "value";

    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("reference.parse", Parse),
        ("reference.entry", c => Answer(c, c.Argument(1), Part(c, "map.get"))),
        ("reference.removed", c => Answer(c, c.Argument(1), Part(c, "map.remove"))),
        ("reference.first", c => Answer(c, c.Argument(0), Part(c, "list.first"))),
        ("reference.taken", c => Answer(c, c.Argument(0), Part(c, "list.removeFirst"))),
        ("reference.last", c => Answer(c, c.Argument(0), Part(c, "list.last"))),
        ("reference.popped", c => Answer(c, c.Argument(0), Part(c, "list.removeLast"))),
        ("reference.set", Assign),
        ("stream.opened", Open),
        ("property.lazy", Lazy),
        ("object.made", c => c.Allocate(HeapObject.Opaque(c.ResultType, c.Inputs)).AddLabels(c.Inputs)),
    ];

    static Value Part(Invocation call, string operation) => Operations.Find(operation)(call).WithoutNull;

    /// <summary>A text read as a number into the last argument; true when it surely is one.</summary>
    static Value Parse(Invocation call)
    {
        var text = TextOperations.Text(call, call.Argument(0));
        var labels = text.Labels.Mark(Marks.NumericSet);
        var number = text.SingleText is { } known && long.TryParse(known, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : (long?)null;
        var value = number is null ? Value.Open("int", labels) : Value.Constant(number).AddLabels(labels);
        return Answer(call, call.Argument(call.Arguments.Length - 1), value, number is null ? Value.Open("bool") : Value.True);
    }

    static Value Answer(Invocation call, Value reference, Value value, Value? result = null)
    {
        if (!value.IsNothing) call.Machine.Fields.Write(call.State, reference, Cell, value);
        return result ?? (value.IsNothing ? Value.False : Value.Open("bool"));
    }

    /// <summary>A reader over a stream carries what the stream does; one opened by a path reads a file.</summary>
    static Value Open(Invocation call)
    {
        var from = call.Argument(0);
        var isPath = from.Constants.Any(c => c is string) || from.IsOpen && call.Machine.Models.IsText(from.Type ?? "") == true;
        if (!isPath) FieldAccess.Taint(call.State, call.Receiver, call.Inputs);
        else FieldAccess.Taint(call.State, call.Receiver, Labels.Of(FromFile(call)));
        return Value.Null;
    }

    static Label FromFile(Invocation call)
    {
        var symbol = $"{call.Type}.{call.Name}";
        return new Label(call.Machine.SourceAt("file-content", call.Site.Span, symbol), 0, new Step(null, call.Site.Span, symbol, call.Type, call.Site.Frame.Function));
    }

    /// <summary><c>property.lazy name</c>: an object that the receiver holds from the start.</summary>
    static Value Lazy(Invocation call)
    {
        var result = Value.Nothing;
        foreach (var (number, obj) in call.Objects(call.Receiver).ToList())
        {
            var held = obj.Find(call.Words[0]) ?? call.Allocate(new HeapObject(call.ResultType));
            call.Put(number, call.State.Heap[number]!.Write(call.Words[0], held));
            result = Value.Join(result, held);
        }
        return result.IsNothing ? Value.Open(call.ResultType, call.Receiver.Labels) : result;
    }

    /// <summary><c>reference.set to from</c>: the variable at a place takes the value at another.</summary>
    static Value Assign(Invocation call)
    {
        if (call.Words is [var to, var from] && Place.Parse(to) is { } target && Place.Parse(from) is { } source)
            call.Machine.Fields.Write(call.State, call.At(target), Cell, call.At(source));
        return Value.Open(call.ResultType);
    }
}
