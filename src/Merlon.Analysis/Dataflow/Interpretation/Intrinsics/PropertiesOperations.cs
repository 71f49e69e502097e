using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>
/// Key-value files of the application: a stream or bundle opened by a constant name is followed to the file in the tree, so that what a
/// program reads from it is known.
/// </summary>
static class PropertiesOperations
{
    /// <summary>The cells of each file, made once.</summary>
    static readonly ConditionalWeakTable<IReadOnlyDictionary<string, string>, StrongBox<ImmutableArray<KeyValuePair<object, Value>>>> Cells = [];

    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("resource.open", Open),
        ("properties.load", Load),
        ("properties.bundle", Bundle),
    ];

    /// <summary>A stream that remembers the name of its file.</summary>
    static Value Open(Invocation call) =>
        call.Allocate(HeapObject.Opaque(call.ResultType, call.Argument(0).Labels).Write("resource", call.Argument(0)));

    static Value Load(Invocation call)
    {
        var names = call.Objects(call.Argument(0)).Select(o => o.Object.Find("resource")?.SingleText).Distinct().ToList();
        var found = names is [{ } name] ? call.Machine.ResourceAt(name) : null;
        foreach (var (number, obj) in call.Objects(call.Receiver))
            call.Put(number, found is null ? obj.WriteAny(Value.Open(null, call.Inputs)) : Fill(obj, found));
        return Value.Null;
    }

    static Value Bundle(Invocation call)
    {
        var found = call.Argument(0).SingleText is { } name ? call.Machine.ResourceAt(name.Replace('.', '/') + ".properties") : null;
        return found is null ? Value.Open(call.ResultType) : call.Allocate(Fill(new HeapObject(call.ResultType), found));
    }

    static HeapObject Fill(HeapObject obj, IReadOnlyDictionary<string, string> entries) => obj.WithCells(Cells.GetValue(entries, MakeCells).Value);

    static StrongBox<ImmutableArray<KeyValuePair<object, Value>>> MakeCells(IReadOnlyDictionary<string, string> entries) => new(
        [.. entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create<object, Value>(e.Key, Value.Constant(e.Value)))]);
}
