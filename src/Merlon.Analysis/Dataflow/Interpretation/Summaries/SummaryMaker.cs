using System.Collections.Immutable;
using System.Numerics;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>Interprets a function on what is handed over and notes what it leaves behind.</summary>
sealed class SummaryMaker
{
    readonly SummaryTable table;
    readonly Machine machine;
    readonly int given;
    readonly Inquiries? inquiries;
    readonly IntMap<HeapObject> start;
    readonly List<Value> slots;
    readonly Dictionary<int, Origin> origins = [];
    readonly Dictionary<(object, int), int> placed = [];

    public SummaryMaker(SummaryTable table, Function function, Start given)
    {
        (this.table, this.given, slots, start) = (table, given.Objects, given.Slots, given.Heap);
        inquiries = table.NewInquiries();
        machine = new Machine(table, inquiries, function);
        for (var i = 0; i < this.given; i++) machine.NewObject(this, i);
    }

    public Summary Make(SummaryKey key)
    {
        var function = key.Function;
        var state = new State([], start, []);
        if (function.Name == Function.ClassInitializer) machine.Fields.BeginClass(state, function.Owner);
        var done = machine.Invoke(function, slots, state, null, machine.Root.Enter(function, 0));
        var normal = done.State is { } left ? End(done.Result ?? Value.Nothing, left) : null;
        var thrown = done.ThrownState is { } broken ? End(done.Thrown ?? Value.Unknown, broken) : null;
        return new Summary(key, [.. slots], normal, thrown, origins, machine.Interpreted, Rounded(machine.Cost), machine.Shared.Keys.ToHashSet(), [.. machine.Used],
            [.. machine.Discoveries.All], [.. machine.Discoveries.Cut], table.Cover(machine.Covered), inquiries?.All ?? []);
    }

    /// <summary>Two binary digits: a statement more changes little for those who use a function.</summary>
    static int Rounded(int cost)
    {
        var unit = cost < 4 ? 1 : 1 << BitOperations.Log2((uint)cost) - 1;
        return (cost + unit / 2) / unit * unit;
    }

    Ending End(Value value, State state)
    {
        var before = Known();
        bool IsUntouched(int number) => before.TryGetValue(number, out var was) && ReferenceEquals(was, state.Heap[number]);
        var left = new LeftBehind(machine, state, IsUntouched);
        foreach (var number in before.Keys)
            if (!IsUntouched(number)) left.Follow(Value.OfObject(number));
        left.Follow(value);
        var changes = new List<Change>();
        foreach (var number in left.Numbers)
        {
            Note(number);
            if (IsUntouched(number) || left.Content(number) is not { } after) continue;
            var was = before.GetValueOrDefault(number);
            if (was?.IsSameAs(after) != true) changes.Add(new Change(number, was, after));
        }
        return new Ending(value, slots.FindIndex(s => ReferenceEquals(s, value)), [.. changes], state.Checks);
    }

    /// <summary>The objects that were there before, with what they were.</summary>
    Dictionary<int, HeapObject?> Known()
    {
        var known = new Dictionary<int, HeapObject?>();
        for (var i = 0; i < given; i++) known.Add(i, start[i]);
        foreach (var number in machine.Shared.Numbers) known.Add(number, machine.Shared.InitialOf(number));
        return known;
    }

    void Note(int number)
    {
        if (origins.ContainsKey(number)) return;
        var origin = origins[number] = OriginOf(number);
        if (origin.Kind == OriginKind.Part) Note(origin.Number);
    }

    Origin OriginOf(int number)
    {
        if (number < given) return new(OriginKind.Given, null, number);
        if (machine.Shared.KeyOf(number) is { } key) return new(OriginKind.Shared, key, 0);
        if (machine.Parts.Of(number) is { } whole) return new(OriginKind.Part, whole.Key, whole.Whole);
        var (place, part) = machine.PlaceOf(number);
        var count = placed[(place, part)] = placed.GetValueOrDefault((place, part)) + 1;
        return new(OriginKind.New, place, part + (count - 1) * Step);
    }

    /// <summary>Parts of a place are fewer than this.</summary>
    const int Step = 64;
}
