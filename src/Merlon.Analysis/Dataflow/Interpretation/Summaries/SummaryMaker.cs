using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>Interprets a function on what is handed over and notes what it leaves behind.</summary>
sealed class SummaryMaker
{
    readonly Machine machine;
    readonly Handover given;
    readonly Inquiries? inquiries;
    readonly IntMap<HeapObject> start;
    readonly List<Value> slots;
    readonly Dictionary<int, Origin> origins = [];
    readonly Dictionary<(object, int), int> placed = [];

    public SummaryMaker(SummaryTable table, Function function, Handover given)
    {
        this.given = given;
        inquiries = table.IsNoting ? new Inquiries() : null;
        machine = new Machine(table, inquiries, function);
        (slots, start) = given.Start();
        for (var i = 0; i < given.Numbers.Count; i++) machine.NewObject(given, i);
    }

    public Summary Make(Function function)
    {
        var state = new State([], start, []);
        if (function.Name == Function.ClassInitializer) machine.Fields.BeginClass(state, function.Owner);
        var done = machine.Invoke(function, slots, state, null, machine.Root.Enter(function, 0));
        var normal = done.State is { } left ? End(done.Result ?? Value.Nothing, left) : null;
        var thrown = done.ThrownState is { } broken ? End(done.Thrown ?? Value.Unknown, broken) : null;
        return new Summary(function, normal, thrown, origins, machine.Interpreted, machine.Cost, machine.Shared.Keys.ToHashSet(), [.. machine.Used],
            [.. machine.Discoveries.All], [.. machine.Discoveries.Cut], [.. machine.Covered], inquiries);
    }

    Ending End(Value value, State state)
    {
        var changes = new List<Change>();
        var seen = new HashSet<int>();
        var open = new Queue<int>();
        for (var i = 0; i < given.Numbers.Count; i++) AddChange(i, start[i]);
        foreach (var number in machine.Shared.Numbers) AddChange(number, machine.Shared.InitialOf(number));
        Collect(value);
        while (open.TryDequeue(out var number)) AddNew(number);
        return new Ending(value, slots.FindIndex(s => ReferenceEquals(s, value)), [.. changes], state.Checks);

        void AddChange(int number, HeapObject? before)
        {
            if (state.Heap[number] is not { } after || ReferenceEquals(before, after)) return;
            changes.Add(new Change(number, before, after));
            seen.Add(number);
            Note(number);
            Contents(after);
        }

        void AddNew(int number)
        {
            if (state.Heap[number] is not { } obj) return;
            changes.Add(new Change(number, null, obj));
            Contents(obj);
        }

        void Contents(HeapObject obj)
        {
            foreach (var holder in obj.Holders) Collect(holder);
            foreach (var captured in obj.Closure?.Captured ?? []) Collect(captured);
        }

        void Collect(Value held)
        {
            foreach (var number in held.Objects)
                if (seen.Add(number) && Note(number) == OriginKind.New) open.Enqueue(number);
        }
    }

    OriginKind Note(int number)
    {
        if (!origins.TryGetValue(number, out var origin)) origins[number] = origin = OriginOf(number);
        return origin.Kind;
    }

    Origin OriginOf(int number)
    {
        if (number < given.Numbers.Count) return new(OriginKind.Given, null, number);
        if (machine.Shared.KeyOf(number) is { } key) return new(OriginKind.Shared, key, 0);
        var (place, part) = machine.PlaceOf(number);
        var count = placed[(place, part)] = placed.GetValueOrDefault((place, part)) + 1;
        return new(OriginKind.New, place, part + (count - 1) * Step);
    }

    /// <summary>Parts of a place are fewer than this.</summary>
    const int Step = 64;
}
