using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>
/// Properties and indexers of library types that no model describes: what was set is what is got. Front ends name them <c>get_X</c>,
/// <c>set_X</c>, <c>get_Item</c> and <c>set_Item</c>.
/// </summary>
static class Accessors
{
    const string Getter = "get_", Setter = "set_";

    /// <summary>The operation behind a call that is one, or null.</summary>
    public static Operation? Find(Invocation call) => (call.Name, call.Arguments.Length) switch
    {
        _ when call.Receiver.IsNothing => null,
        ("get_Item", 1) => Element,
        ("set_Item", 2) => SetElement,
        (var name, 0) when name.StartsWith(Getter, StringComparison.Ordinal) => Get,
        (var name, 1) when name.StartsWith(Setter, StringComparison.Ordinal) => Set,
        _ => null,
    };

    static Value Get(Invocation call)
    {
        var name = call.Name[Getter.Length..];
        var result = Value.Nothing;
        foreach (var (_, obj) in call.Objects(call.Receiver).ToList())
            result = Value.Join(result, (obj.Read(name) ?? Value.Open(call.ResultType)).AddLabels(call.Machine.Member(OfLibrary(obj), "." + name)));
        if (call.Receiver.IsOpen || !call.Receiver.Constants.IsEmpty)
            result = Value.Join(result, Value.Open(call.ResultType, call.Machine.Member(call.Receiver.Labels, "." + name).Mark(call.Machine.Models.MarksOf(call.ResultType))));
        return result.IsNothing ? Value.Open(call.ResultType) : result;
    }

    /// <summary>The taint of an object as a whole, and of the part of it that a library declares.</summary>
    static Labels OfLibrary(HeapObject obj) => obj.Find(Hidden.Base) is { } made ? Labels.Join(obj.Labels, made.Labels) : obj.Labels;

    static Value Set(Invocation call)
    {
        call.Machine.Fields.Write(call.State, call.Receiver, call.Name[Setter.Length..], call.Argument(0));
        return Value.Null;
    }

    static Value Element(Invocation call)
    {
        var key = call.Argument(0);
        var result = call.Receiver.IsOpen || !call.Receiver.Constants.IsEmpty ? Value.Open(call.ResultType, call.Machine.Member(call.Receiver.Labels, $"[{key.SingleText}]")) : Value.Nothing;
        foreach (var (_, obj) in call.Objects(call.Receiver))
        {
            var found = key.Single is { } known && !Value.IsNullConstant(known) ? obj.Read(known) : obj.ReadAny();
            result = Value.Join(result, (found is null || found.IsNothing ? Value.Open(call.ResultType) : found).AddLabels(obj.Labels));
        }
        return result.IsNothing ? Value.Open(call.ResultType) : result;
    }

    static Value SetElement(Invocation call) => MapOperations.Put(call, call.Receiver, call.Argument(0), call.Argument(1));
}
