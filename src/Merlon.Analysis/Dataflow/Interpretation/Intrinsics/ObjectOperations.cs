using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Library objects with a state that rules or other calls ask for: what was set on them, and what they were made from.</summary>
static class ObjectOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("object.new", c => c.Allocate(new HeapObject(c.ResultType)).AddLabels(Labels.None)),
        ("object.from", From),
        ("object.keep", c => c.Allocate(new HeapObject(c.ResultType).Write(c.Words[0], c.Argument(0)))),
        ("object.member", Member),
        ("object.memberPut", MemberPut),
        ("object.memberGet", MemberGet),
        ("object.memberSet", MemberSet),
        ("object.memberSetNamed", MemberSetNamed),
        ("object.note", Note),
        ("object.noteArgument", NoteArgument),
        ("object.first", First),
        ("object.forget", Forget),
        ("object.self", c => c.Receiver),
        ("object.argument", c => c.Argument(0)),
        ("object.set", Set),
        ("object.put", c => MapOperations.Put(c, c.Receiver, c.Argument(0), c.Argument(1))),
        ("object.get", Get),
        ("object.init", Initialize),
        ("object.wrap", Wrap),
        ("object.nothing", c => Value.Open(c.ResultType)),
        ("assertion", c => Value.Open(c.ResultType)),
        ("constant", c => c.Words is [var word] ? Value.Constant(word) : Value.Open(c.ResultType)),
        ("invoke", Invoke),
        ("copy", Copy),
        ("array.fill", Fill),
    ];

    /// <summary><c>object.from key [member]</c>: a new object that remembers the receiver under the key, and a member of it under its own.</summary>
    static Value From(Invocation call)
    {
        var made = new HeapObject(call.ResultType).Write(call.Words[0], call.Receiver);
        if (call.Words is [_, var member]) made = made.Write(member, Member(call, member, new HeapObject(null)));
        return call.Allocate(made).AddLabels(call.Receiver.Labels);
    }

    /// <summary><c>object.memberSetNamed member key name</c>: as <c>object.memberSet</c> with the second argument, where the first is that name.</summary>
    static Value MemberSetNamed(Invocation call) =>
        call.Argument(0).SingleText is { } name && name.Equals(call.Words[2], StringComparison.OrdinalIgnoreCase)
            ? MemberSet(call with { Words = [call.Words[0], call.Words[1], "arg1"] })
            : Value.Null;

    /// <summary><c>object.memberSet member key [place]</c>: a member of the receiver keeps an argument (the first) under the key.</summary>
    static Value MemberSet(Invocation call)
    {
        var value = call.Words.Length > 2 && Place.Parse(call.Words[2]) is { } place ? call.At(place) : call.Argument(0);
        call.Machine.Fields.Write(call.State, Member(call, call.Words[0], new HeapObject(null)), call.Words[1], value);
        return Value.Null;
    }

    /// <summary><c>object.set key [place]</c>: the receiver keeps an argument (the first) under the key.</summary>
    static Value Set(Invocation call)
    {
        var value = call.Words.Length > 1 && Place.Parse(call.Words[1]) is { } place ? call.At(place) : call.Argument(0);
        call.Machine.Fields.Write(call.State, call.Receiver, call.Words[0], value);
        return call.ResultType is null || Defaults.IsPrimitive(call.ResultType) || call.ResultType == "void" ? Value.Null : call.Receiver;
    }

    /// <summary><c>object.note key</c>: the receiver, which is also the result where one is asked for, remembers that the method was called.</summary>
    static Value Note(Invocation call)
    {
        call.Machine.Fields.Write(call.State, call.Receiver, call.Words[0], Value.True);
        return call.ResultType is null or "void" ? Value.Open(call.ResultType) : call.Receiver;
    }

    /// <summary><c>object.noteArgument key</c>: the second argument remembers that it was handed over.</summary>
    static Value NoteArgument(Invocation call)
    {
        call.Machine.Fields.Write(call.State, call.Argument(1), call.Words[0], Value.True);
        return Wrap(call);
    }

    /// <summary><c>object.first key noted</c>: keeps the first thing that was given to the receiver, until there is a second, and notes that there was one.</summary>
    static Value First(Invocation call)
    {
        foreach (var (number, obj) in call.Objects(call.Receiver).ToList())
        {
            var isFirst = obj.Find(call.Words[0]) is null or { IsConstant: true, HasNull: true };
            call.Put(number, obj.Write(call.Words[0], isFirst ? call.Argument(0) : Value.Unknown).Write(call.Words[1], Value.True));
        }
        return Value.Open(call.ResultType);
    }

    /// <summary><c>object.forget key0 key1 ..</c>: what was kept under the keys is no more.</summary>
    static Value Forget(Invocation call)
    {
        foreach (var key in call.Words) call.Machine.Fields.Write(call.State, call.Receiver, key, Value.Null);
        return Value.Open(call.ResultType);
    }

    /// <summary>
    /// <c>object.member key</c>: the object that the receiver has under the key, always the same. What is called upon when it is no known
    /// object (the request of an entry point) is taken to be one and the same throughout.
    /// </summary>
    public static Value Member(Invocation call) =>
        Member(call, call.Words[0], HeapObject.Opaque(call.Words.Length > 1 ? null : call.ResultType, Labels.None));

    static Value Member(Invocation call, string key, HeapObject begun)
    {
        var owner = call.Receiver.IsOpen ? [] : call.Objects(call.Receiver).ToList();
        if (owner is [var (_, obj)] && obj.Find(key) is { } known) return known;
        var number = owner is [_] ? -1 : call.Machine.Shared.At(key);
        if (number >= 0 && call.State.Heap[number] is not null) return Value.OfObject(number);
        if (number >= 0)
        {
            call.Put(number, call.Machine.Shared.Begin(number, begun));
            return Value.OfObject(number);
        }
        var made = call.Allocate(begun, key.Length);
        call.Put(owner[0].Number, call.State.Heap[owner[0].Number]!.Write(key, made));
        return made;
    }

    /// <summary><c>object.memberPut key in</c>, <c>object.memberGet key in</c>: an entry of a map that the receiver has under the key.</summary>
    static Value MemberPut(Invocation call) => MapOperations.Put(call, Member(call), call.Argument(0), call.Argument(1));

    static Value MemberGet(Invocation call) => MapOperations.Get(call with { Receiver = Member(call) }, Value.Null);

    static Value Get(Invocation call)
    {
        var result = call.Receiver.IsOpen ? Value.Open(call.ResultType, call.Receiver.Labels) : Value.Nothing;
        foreach (var (_, obj) in call.Objects(call.Receiver))
            result = Value.Join(result, (obj.Read(call.Words[0]) ?? Value.Open(call.ResultType)).AddLabels(obj.Labels));
        return result.IsNothing ? Value.Open(call.ResultType) : result;
    }

    /// <summary><c>object.init key0 key1 ..</c>: a constructor that keeps its arguments under the keys.</summary>
    static Value Initialize(Invocation call)
    {
        for (var i = 0; i < call.Words.Length && i < call.Arguments.Length; i++)
            call.Machine.Fields.Write(call.State, call.Receiver, call.Words[i], call.Arguments[i]);
        return Value.Null;
    }

    /// <summary>A constructor around another object: what is written to the new one arrives there.</summary>
    static Value Wrap(Invocation call)
    {
        foreach (var (number, obj) in call.Objects(call.Receiver)) call.Put(number, obj.Write(Hidden.Origin, call.Argument(0)));
        FieldAccess.Taint(call.State, call.Receiver, call.Argument(0).Labels);
        return Value.Null;
    }

    /// <summary><c>invoke place method</c>: the library calls a method of what it was given, such as <c>run</c> of a thread.</summary>
    static Value Invoke(Invocation call)
    {
        var target = Place.Parse(call.Words[0]) is { } place ? call.At(place) : call.Receiver;
        var kept = call.Objects(target).Select(o => o.Object.Find(call.Words[1])).FirstOrDefault(v => v is not null);
        var result = call.Machine.Calls.CallBack(kept ?? target, call.Words[1], [], call.State, call.Site);
        return call.Words.Length > 2 ? call.Allocate(HeapObject.List(call.ResultType, [result])) : result;
    }

    /// <summary>Fills the first argument with something that nobody knows.</summary>
    static Value Fill(Invocation call)
    {
        foreach (var (number, obj) in call.Objects(call.Argument(0))) call.Put(number, obj.WriteAny(Value.Unknown));
        return Value.Null;
    }

    /// <summary>Copies elements between arrays: from the first argument to the third.</summary>
    static Value Copy(Invocation call)
    {
        var any = ListOperations.Any(call, call.Argument(0));
        foreach (var (number, obj) in call.Objects(call.Argument(2))) call.Put(number, obj.WriteAny(any));
        FieldAccess.Taint(call.State, call.Argument(2), call.Argument(0).Labels);
        return Value.Null;
    }
}
