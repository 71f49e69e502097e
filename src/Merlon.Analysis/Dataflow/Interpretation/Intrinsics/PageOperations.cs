using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Pages that are written on behalf of a request: what they are handed over, how they find it, and which page is meant.</summary>
static class PageOperations
{
    const string Map = "java.util.Map";

    /// <summary>The objects that a page's context is made of, in the order of its constructor.</summary>
    static readonly string[] Parts = ["request", "response", "session", "application"];

    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("page.context", Context),
        ("page.find", Find),
        ("page.member", Member),
        ("page.item", Item),
        ("page.hand", Hand),
        ("page.dispatcher", Dispatcher),
        ("page.show", Show),
        ("page.bag", Bag),
        ("page.view", View),
        ("page.part", Include),
    ];

    /// <summary>A page's context: it keeps what it is made of, and has no attributes yet.</summary>
    static Value Context(Invocation call)
    {
        for (var i = 0; i < Parts.Length; i++) call.Machine.Fields.Write(call.State, call.Receiver, Parts[i], call.Argument(i));
        call.Machine.Fields.Write(call.State, call.Receiver, "attributes", call.Allocate(new HeapObject(Map), part: 1));
        return Value.Null;
    }

    /// <summary>An attribute by its name: of the page, else of the request, the session, the application.</summary>
    static Value Find(Invocation call)
    {
        var result = Value.Nothing;
        foreach (var scope in Scopes(call))
        {
            var found = MapOperations.Get(call with { Receiver = scope }, Value.Null);
            result = Value.Join(result, found);
            if (found is { IsOpen: false, HasNull: false, IsNothing: false }) break;
        }
        return result;
    }

    static IEnumerable<Value> Scopes(Invocation call)
    {
        yield return ObjectOperations.Member(call with { Words = ["attributes", "in"] });
        yield return ObjectOperations.Member(call with { Receiver = Part(call, "request"), Words = ["attributes", "in"] });
        yield return Part(call, "session");
        yield return ObjectOperations.Member(call with { Receiver = Part(call, "application"), Words = ["context", "in"] });
    }

    static Value Part(Invocation call, string part)
    {
        var found = call.Objects(call.Receiver).Aggregate(Value.Nothing, (all, o) => Value.Join(all, o.Object.Read(part) ?? Value.Open(null)));
        return found.IsNothing ? Value.Open(null) : found;
    }

    /// <summary>What a page means by <c>owner.name</c>: an entry of a map, an element of a list, or what a getter gives.</summary>
    static Value Member(Invocation call)
    {
        var (owner, key) = (call.Argument(0), call.Argument(1));
        if (IsMap(call, owner)) return MapOperations.Get(call with { Receiver = owner, Arguments = [key] }, Value.Null);
        if (key.SingleText is not { Length: > 0 } name) return Value.Open(null, Machine.Reachable(owner, call.State));
        return call.Machine.Calls.CallBack(owner, Getter(call, owner, name), [], call.State, call.Site);
    }

    static bool IsMap(Invocation call, Value value) =>
        TypesOf(call, value).Any(t => call.Machine.Hierarchy.Ancestors(t).Contains(Map));

    static IEnumerable<string> TypesOf(Invocation call, Value value) =>
        call.Objects(value).Select(o => o.Object.Type).Append(value.Type).OfType<string>();

    /// <summary>The method that gives a property; of a record it has the property's own name.</summary>
    static string Getter(Invocation call, Value owner, string name)
    {
        var capital = char.ToUpperInvariant(name[0]) + name[1..];
        string[] candidates = ["get" + capital, "is" + capital, name];
        return Array.Find(candidates, c => TypesOf(call, owner).Any(t => call.Machine.Hierarchy.FindOverride(t, c, 0, null) is not null)) ?? candidates[0];
    }

    /// <summary>Any element of what a page goes through.</summary>
    static Value Item(Invocation call)
    {
        var items = call.Argument(0);
        var found = ListOperations.Any(call, items);
        return (found.IsNothing ? Value.Open(null) : found).AddLabels(items.Labels);
    }

    /// <summary>Something for the page that is written after this: frameworks put it among the attributes of the request.</summary>
    static Value Hand(Invocation call)
    {
        var attributes = ObjectOperations.Member(call with { Receiver = Value.Open(null), Words = ["attributes", "in"] });
        MapOperations.Put(call, attributes, call.Argument(0), call.Argument(1));
        return call.Receiver;
    }

    /// <summary>What handler and page share while a request lasts: entries by name.</summary>
    static Value Bag(Invocation call) => ObjectOperations.Member(call with { Receiver = Value.Open(null), Words = ["attributes", "in"] });

    /// <summary>What a handler returns to have a page written: its name, if it is given one, and the page's model.</summary>
    static Value View(Invocation call)
    {
        var isNamed = call.Arguments is [var first, ..] && (first.SingleText is not null || first.Type == call.Machine.Application.Program.TextType);
        var view = new HeapObject(call.ResultType).Write("view", isNamed ? call.Argument(0) : Value.Constant(""));
        var model = call.Arguments.Length > (isNamed ? 1 : 0) ? call.Arguments[^1] : Value.Open(null);
        return call.Allocate(view.Write("model", model));
    }

    /// <summary>A page that is written as a part of another, with a model of its own.</summary>
    static Value Include(Invocation call)
    {
        var program = call.Machine.Application.Program;
        if (call.Argument(0).SingleText is not { } name) return Value.Open(call.ResultType);
        var from = call.Site.Frame.Function;
        var page = program.Pages.Find(name.Contains('.', StringComparison.Ordinal) ? name : name + ".cshtml", call.Site.Span.File.Path)
            ?? program.PathsOfView(name, from).Select(path => program.Pages.Find(path, call.Site.Span.File.Path)).FirstOrDefault(p => p is not null);
        if (page is null || page == from) return Value.Open(call.ResultType);
        var model = call.Arguments.Length > 1 ? call.Argument(1) : Value.Open(null);
        call.Machine.Calls.CallBack(call.Allocate(HeapObject.Opaque(page.Owner, Labels.None), part: 1), page.Name, [model], call.State, call.Site);
        return Value.Open(call.ResultType);
    }

    /// <summary>What shows the page of a path.</summary>
    static Value Dispatcher(Invocation call) =>
        call.Allocate(new HeapObject(call.ResultType).Write("path", call.Argument(0))).AddLabels(Machine.Reachable(call.Argument(0), call.State));

    /// <summary>The page that the receiver stands for is written, for the request and response given.</summary>
    static Value Show(Invocation call)
    {
        foreach (var (_, dispatcher) in call.Objects(call.Receiver).ToList())
            if (dispatcher.Find("path")?.SingleText is { } path && call.Machine.Application.Program.Pages.Find(path, call.Site.Span.File.Path) is { } page)
                call.Machine.Calls.CallBack(call.Allocate(HeapObject.Opaque(page.Owner, Labels.None), part: 1), page.Name, call.Arguments, call.State, call.Site);
        return Value.Null;
    }
}
