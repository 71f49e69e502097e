using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Queries over sequences that are not made by mapping or filtering alone.</summary>
static class SequenceOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("list.unordered", Forget),
        ("list.shuffled", c => c.Allocate(new HeapObject(c.ResultType).WriteAny(ListOperations.Any(c, c.Receiver)))),
        ("list.joined", c => c.Allocate(new HeapObject(c.ResultType).WriteAny(Value.Join(ListOperations.Any(c, c.Receiver), Added(c))))),
        ("stream.pick", Pick),
        ("stream.forEachAny", Ask),
        ("stream.all", c => Told(c, isAll: true)),
        ("stream.none", c => Told(c, isAll: false)),
        ("stream.some", c => Told(c, isAll: false) is { Fact: { } fact } told ? told.With(fact.Negated) : Value.Open(c.ResultType)),
        ("map.iterate", c => Iterator(c, Operations.Find("map.entries")(c))),
        ("iterator.key", c => Current(c, "key")),
        ("iterator.value", c => Current(c, "value")),
        ("value.isSet", c => Arithmetic.Binary(Programs.Operator.NotEqual, c.Receiver, Value.Null, c.State)),
    ];

    static Value Forget(Invocation call)
    {
        foreach (var (number, obj) in call.Objects(call.Receiver).ToList()) call.Put(number, obj.Unordered());
        return Value.Null;
    }

    static Value Added(Invocation call) =>
        call.Objects(call.Argument(0)).Any(o => o.Object.IsList || o.Object.Rest is not null) ? ListOperations.Any(call, call.Argument(0)) : call.Argument(0);

    /// <summary>One element, or null when none fits; the function that chooses is called.</summary>
    static Value Pick(Invocation call)
    {
        var any = ListOperations.Any(call, call.Receiver);
        if (call.Arguments.Length > 0 && !any.IsNothing) call.CallBack(call.Argument(0), any);
        return any.IsNothing ? Value.Open(call.ResultType) : any;
    }

    static Value Ask(Invocation call)
    {
        var any = ListOperations.Any(call, call.Receiver);
        if (call.Arguments.Length > 0 && !any.IsNothing) call.CallBack(call.Argument(0), any);
        return Value.Open(call.ResultType);
    }

    /// <summary>What the answer tells of all elements: that each passed a test, or that none did.</summary>
    static Value Told(Invocation call, bool isAll)
    {
        var any = ListOperations.Any(call, call.Receiver);
        if (call.Arguments.IsEmpty || any.IsNothing) return Value.Open(call.ResultType);
        var told = call.CallBack(call.Argument(0), any).Fact;
        return told is null ? Value.Open(call.ResultType) : Value.Open(call.ResultType).With(new Fact { WhenTrue = Passed(told, isAll) });
    }

    /// <summary>The checks that an element passed, also where only its own value is known to have.</summary>
    static ImmutableArray<Check> Passed(Fact fact, bool truth)
    {
        var checks = truth ? fact.WhenTrue : fact.WhenFalse;
        if (!checks.IsEmpty || (truth ? fact.EqualWhenTrue : fact.EqualWhenFalse) is not { IsTainted: true } equal) return checks;
        return [.. equal.Labels.Items.Where(l => l.Marks != 0).Select(l => new Check(l.Source, l.Marks)).Distinct()];
    }

    static Value Iterator(Invocation call, Value collection) =>
        call.Allocate(new HeapObject(call.ResultType).Write(Hidden.Origin, collection).Write(Hidden.Position, Value.Constant(0L)), part: 3);

    static Value Current(Invocation call, string part)
    {
        var entry = Operations.Find("iterator.next")(call);
        return Operations.Find("entry." + part)(call with { Receiver = entry });
    }
}
