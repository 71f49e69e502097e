using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Reflection with names that are constants: the class or method is then as good as named in the code.</summary>
static class ReflectionOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("class.named", c => Named(c, c.Argument(0))),
        ("class.of", ClassOf),
        ("class.name", c => Known(c, c.Receiver) is { } type ? Value.Constant(type) : Value.Open(c.ResultType, c.Receiver.Labels)),
        ("class.simpleName", c => Known(c, c.Receiver) is { } type ? Value.Constant(type[(type.LastIndexOf('.') + 1)..]) : Value.Open(c.ResultType)),
        ("class.instance", Instance),
        ("class.instanceNamed", c => Make(c, c.Argument(0).SingleText, [])),
        ("class.method", Method),
        ("method.invoke", Invoke),
    ];

    static Value Named(Invocation call, Value name)
    {
        var mirror = new HeapObject(call.ResultType).Write("class", name);
        return call.Allocate(mirror).AddLabels(name.Labels);
    }

    static Value ClassOf(Invocation call)
    {
        var types = call.Objects(call.Receiver).Select(o => o.Object.Type).Distinct().ToList();
        return types is [{ } type] && !call.Receiver.IsOpen ? Named(call, Value.Constant(type)) : Value.Open(call.ResultType);
    }

    static string? Known(Invocation call, Value mirror)
    {
        var names = call.Objects(mirror).Select(o => o.Object.Find("class")?.SingleText).Distinct().ToList();
        return names is [{ } name] && !mirror.IsOpen ? name : null;
    }

    /// <summary>A new object of the class, made by the constructor that takes as many arguments.</summary>
    static Value Instance(Invocation call) => Make(call, Known(call, call.Receiver), call.Arguments);

    static Value Make(Invocation call, string? name, ImmutableArray<Value> arguments)
    {
        if (name is null || Declared(call, name) is not { } type) return Value.Open(null, Machine.Reachable(call.Receiver, call.State));
        var made = call.Allocate(new HeapObject(type.Name));
        if (call.Machine.Hierarchy.ConstructorsOf(type).FirstOrDefault(f => f.HasBody && f.Parameters.Length == arguments.Length) is { } constructor)
            call.Machine.Calls.CallThis(constructor, made, arguments, call.State, call.Site);
        return made;
    }

    /// <summary>The type that a program names so, where types within types stand behind another sign than in code, and perhaps an assembly behind all.</summary>
    static TypeDeclaration? Declared(Invocation call, string name)
    {
        var type = name.Split(',')[0].Trim();
        return call.Machine.Hierarchy.Find(type) ?? (type.AsSpan().ContainsAny('$', '+') ? call.Machine.Hierarchy.Find(type.Replace('$', '.').Replace('+', '.')) : null);
    }

    static Value Method(Invocation call)
    {
        var method = new HeapObject(call.ResultType).Write("method", call.Argument(0));
        if (Known(call, call.Receiver) is { } type) method = method.Write("class", Value.Constant(type));
        return call.Allocate(method).AddLabels(call.Argument(0).Labels);
    }

    static Value Invoke(Invocation call)
    {
        var mirror = call.Objects(call.Receiver).Select(o => o.Object).FirstOrDefault();
        if (call.Arguments.IsEmpty || mirror?.Find("method")?.SingleText is not { } method) return call.Opened;
        var target = call.Argument(0);
        var arguments = call.Arguments is [_, var packed] && ListOperations.Known(call, packed) is { } items ? [.. items] : call.Arguments.RemoveAt(0);
        if (mirror.Find("class")?.SingleText is { } name && Declared(call, name) is { } type && StaticMethod(call, type, method, arguments.Length) is { } known)
            return call.Machine.Calls.CallThis(known, Value.Nothing, arguments, call.State, call.Site);
        if (target.IsNothing || target.IsOpen) return call.Opened;
        return call.Machine.Calls.CallBack(target, method, arguments, call.State, call.Site);
    }

    static Function? StaticMethod(Invocation call, TypeDeclaration type, string name, int arguments) =>
        call.Machine.Hierarchy.FindOverride(type.Name, name, arguments, null) is { IsStatic: true } method ? method : null;
}
