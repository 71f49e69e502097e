using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Reads what <see cref="SummaryWriter"/> wrote, in the program as it is now. Throws <see cref="FormatException"/> where that cannot be.</summary>
sealed class SummaryReader
{
    readonly ByteReader from;
    readonly Program program;
    readonly FunctionNames names;
    readonly KeptPlaces places;
    readonly AllocationNames allocations;
    readonly List<Value> values = [.. Values.Value.Common];
    readonly List<Source> sources = [];
    readonly List<Step> steps = [];
    readonly HashSet<int> objects = [];

    SummaryReader(ByteReader from, Program program, FunctionNames names, KeptPlaces places, AllocationNames allocations) =>
        (this.from, this.program, this.names, this.places, this.allocations) = (from, program, names, places, allocations);

    /// <summary>The summary, still without what it showed and looked at.</summary>
    /// <param name="given">How many objects are handed over.</param>
    public static Summary Read(SummaryKey key, int given, ByteReader from, Program program, FunctionNames names, KeptPlaces places, AllocationNames allocations) =>
        new SummaryReader(from, program, names, places, allocations).Read(key, given);

    Summary Read(SummaryKey key, int given)
    {
        var (steps, cost) = (from.Number(), from.Number());
        var slots = from.Each(Value);
        var origins = new Dictionary<int, Origin>();
        for (var left = from.Count(); left > 0; left--)
        {
            var (number, kind, of) = (from.Number(), (OriginKind)from.Number(), from.Number());
            if (!Enum.IsDefined(kind) || of < 0 || kind == OriginKind.Given && of >= given) throw ByteReader.Damaged();
            origins[number] = new Origin(kind, Item(), of);
        }
        if (!origins.Values.All(o => IsOfSomething(o, origins))) throw ByteReader.Damaged();
        objects.Clear();
        var (normal, thrown) = (Ending(slots.Length), Ending(slots.Length));
        if (!objects.All(origins.ContainsKey)) throw ByteReader.Damaged();
        return new Summary(key, slots, normal, thrown, origins, steps, cost, new HashSet<object>(), [], [], [], [], []);
    }

    /// <summary>Whether a part is one of an object, and not of itself.</summary>
    static bool IsOfSomething(Origin origin, Dictionary<int, Origin> origins)
    {
        for (var left = origins.Count; origin.Kind == OriginKind.Part; left--)
            if (left == 0 || origin.Place is null || !origins.TryGetValue(origin.Number, out origin)) return false;
        return origin.Kind == OriginKind.Given || origin.Place is not null;
    }

    Ending? Ending(int slots)
    {
        if (!from.Truth()) return null;
        var (value, slot) = (Value(), from.Number());
        if (slot >= slots) throw ByteReader.Damaged();
        return new Ending(value, slot, from.Each(() => Change()), from.Each(() => Check()));
    }

    Change Change()
    {
        var (number, after) = (from.Number(), Object());
        objects.Add(number);
        return new Change(number, from.Truth() ? Before() : null, after);
    }

    HeapObject Before()
    {
        var (length, rest) = (from.Number(), from.Number());
        var cells = from.Each(() => KeyValuePair.Create(KeyItem(), Known(from.Number())));
        return new HeapObject(null, length < 0 ? null : length, cells, rest < 0 ? null : Known(rest - 1), null);
    }

    /// <summary>A value that was met; of another nobody asks more than that it is another.</summary>
    Value Known(int number) => number < 0 ? Values.Value.Open(null) : number < values.Count ? values[number] : throw ByteReader.Damaged();

    HeapObject Object()
    {
        var (type, length, flags) = (from.OptionalText(), from.Number(), from.Number());
        var cells = from.Each(() => KeyValuePair.Create(KeyItem(), Value()));
        var (rest, size) = ((flags & 4) != 0 ? Value() : null, (flags & 8) != 0 ? Value() : null);
        var labels = Labels();
        var closure = (flags & 16) != 0 ? new Closure(Function(), from.Each(Value)) : null;
        var obj = new HeapObject(type, length < 0 ? null : length, cells, rest, closure) { Size = size }.AddLabels(labels);
        if ((flags & 2) != 0) obj = obj.AsOpaque();
        return (flags & 1) != 0 ? obj.Weakened() : obj;
    }

    Value Value()
    {
        var number = from.Number();
        if (number >= 0 && number < values.Count) return values[number];
        if (number != values.Count) throw ByteReader.Damaged();
        var flags = from.Number();
        var (type, constants, referred, labels) = (from.OptionalText(), from.Each(KeyItem), from.Numbers(), Labels());
        objects.UnionWith(referred);
        var fact = (flags & 4) != 0 ? new Fact { WhenTrue = from.Each(() => Check()), WhenFalse = from.Each(() => Check()), WhenNegative = from.Each(() => Check()) } : null;
        var value = Values.Value.Made(constants, referred, (flags & 1) != 0, type, labels, fact, (flags & 2) != 0);
        values.Add(value);
        return value;
    }

    Check Check()
    {
        var marks = from.Wide();
        return new Check(Source(), marks);
    }

    Labels Labels() => Values.Labels.Ordered(from.Each(() =>
    {
        var (marks, step) = (from.Wide(), Step());
        return new Label(Source(), marks, step);
    }));

    Step Step()
    {
        var number = from.Number();
        if (number >= 0 && number < steps.Count) return steps[number] ?? throw ByteReader.Damaged();
        if (number != steps.Count) throw ByteReader.Damaged();
        // Its number comes before those of the steps that led to it.
        steps.Add(null!);
        var previous = from.Truth() ? Step() : null;
        var (place, symbol, type) = (Place(), from.Text(), from.OptionalText());
        return steps[number] = new Step(previous, place, symbol, type, Function());
    }

    Source Source()
    {
        var index = from.Number();
        if (index >= 0 && index < sources.Count) return sources[index];
        if (index != sources.Count) throw ByteReader.Damaged();
        var (number, kind, symbol, path) = (from.Number(), from.Text(), from.Text(), from.Text());
        var source = new Source(number, kind, Place(), symbol, path);
        sources.Add(source);
        return source;
    }

    Span Place() => places.Restore(new KeptSpan(from.Text(), from.Number())) ?? throw ByteReader.Damaged();

    Function Function() => names.Find(from.Text()) ?? throw ByteReader.Damaged();

    TypeDeclaration Type() => program.Types.GetValueOrDefault(from.Text()) ?? throw ByteReader.Damaged();

    object KeyItem() => Item() ?? throw ByteReader.Damaged();

    object? Item()
    {
        switch ((ItemKind)from.Number())
        {
            case ItemKind.Constant:
                return from.Constant();
            case ItemKind.Null:
                return Values.Value.NullConstant;
            case ItemKind.GivenNull:
                return Values.Value.GivenNullConstant;
            case ItemKind.Hidden:
                return (Hidden)from.Number();
            case ItemKind.Type:
                return Type();
            case ItemKind.Part:
                var (type, number) = (Type(), from.Number());
                return new ClassPart(type, Item(), number);
            case ItemKind.Function:
                return Function();
            case ItemKind.Instruction:
                return allocations.Find(new AllocationName(from.Text(), from.Text(), from.Number())) ?? throw ByteReader.Damaged();
            case ItemKind.Callee:
                return new Callee((CallKind)from.Number(), from.OptionalText(), from.Text(), [], from.OptionalText());
            default:
                throw ByteReader.Damaged();
        }
    }
}
