using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Operations on texts that come as arguments.</summary>
static class StaticTextOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("text.concatAll", c => c.Arguments.Select(a => TextOperations.Text(c, a)).Aggregate(Arithmetic.Concatenate)),
        ("text.substringLength", Substring),
        ("text.equalsArguments", Equal),
        ("text.isNullOrEmpty", IsNullOrEmpty),
        ("builder.clear", Clear),
        ("class.created", Create),
    ];

    static Value Substring(Invocation call)
    {
        var text = TextOperations.Text(call, call.Receiver);
        if (text.SingleText is not { } known || call.Argument(0).SingleInteger is not { } start || start < 0 || start > known.Length)
            return Value.Open(call.ResultType, call.Arguments.Length == 1 ? Searches.From(call.Argument(0), text.Labels) : text.Labels);
        var length = call.Arguments.Length > 1 ? call.Argument(1).SingleInteger : known.Length - start;
        return length is >= 0 and var count && start + count <= known.Length
            ? Value.Constant(known.Substring((int)start, (int)count)).AddLabels(text.Labels)
            : Value.Open(call.ResultType, text.Labels);
    }

    /// <summary>Of the receiver with the first argument, or, when there is no receiver, of the first two; how they are compared comes last.</summary>
    static Value Equal(Invocation call)
    {
        var isStatic = call.Receiver.IsNothing || call.Site.Callee.Kind == Programs.CallKind.Exact;
        var (left, right) = isStatic ? (call.Argument(0), call.Argument(1)) : (call.Receiver, call.Argument(0));
        return Comparison.Equality(left.WithoutFact, right.WithoutFact, negate: false, call.State);
    }

    static Value IsNullOrEmpty(Invocation call)
    {
        var text = call.Argument(0);
        if (!text.IsConstant) return Value.Open(call.ResultType);
        return Value.OfConstants(text.Constants.Select(c => (object)(Value.IsNullConstant(c) || c is string { Length: 0 })), Labels.None);
    }

    static Value Clear(Invocation call)
    {
        foreach (var (number, obj) in call.Objects(call.Receiver).ToList())
            if (call.Receiver.Objects.Length == 1 && !call.Receiver.IsOpen) call.Put(number, obj.Write(Hidden.Text, Value.Constant("")));
        return call.Receiver;
    }

    /// <summary>A new object of the type that the first argument names.</summary>
    static Value Create(Invocation call) =>
        call.Arguments.IsEmpty
            ? Value.Open(call.ResultType)
            : Operations.Find("class.instance")(call with { Receiver = call.Argument(0), Arguments = call.Arguments.RemoveAt(0) });
}
