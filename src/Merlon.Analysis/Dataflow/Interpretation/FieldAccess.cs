using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Reads and writes of fields and elements on the abstract heap.</summary>
sealed class FieldAccess(Machine machine)
{
    readonly HashSet<TypeDeclaration> initializing = [];
    readonly Dictionary<TypeDeclaration, ImmutableArray<(int Number, HeapObject Content)>> initialized = [];

    public Value Read(State state, Value target, FieldReference field)
    {
        var result = Value.Nothing;
        foreach (var number in target.Objects)
            result = Value.Join(result, ReadCell(state, number, field.Name, field.Type, "." + field.Name));
        if (target.IsOpen) result = Value.Join(result, Value.Open(field.Type, Constrained(field.Owner, field.Name, machine.Member(target.Labels, "." + field.Name).Mark(machine.Models.MarksOf(field.Type)))));
        return result.IsNothing ? Value.Open(field.Type) : result;
    }

    /// <summary>The labels of a member of what the framework held against its constraints: those of this member hold.</summary>
    Labels Constrained(string? owner, string? field, Labels labels)
    {
        if (field is null || labels.IsEmpty || machine.Hierarchy.Find(owner)?.Fields.GetValueOrDefault(field) is not { Annotations.IsEmpty: false } declared) return labels;
        var marks = machine.Application.EntryPoints.MarksOf(declared.Annotations);
        return marks == 0 ? labels : labels.Select(l => (l.Marks & Marks.ValidatedSet) == 0 ? l : l with { Marks = l.Marks | marks });
    }

    public void Write(State state, Value target, string field, Value value)
    {
        var strong = target.Objects.Length == 1 && !target.IsOpen;
        foreach (var number in target.Objects)
        {
            if (state.Heap[number] is not { } obj) continue;
            var next = strong ? value : Value.Join(obj.Read(field) ?? Value.Null, value);
            state.Heap = state.Heap.Set(number, obj.Write(field, next));
        }
        if (target.IsOpen) Taint(state, target, machine.Serialized(value.Labels, field));
    }

    public Value ReadStatic(State state, FieldReference field, Span span, Frame frame)
    {
        if (machine.Hierarchy.Find(field.Owner) is not { } type) return ReadLibrary(field, span, frame);
        var number = ClassObject(state, type, frame);
        return state.Heap[number]?.Read(field.Name) ?? (initializing.Contains(type) ? Defaults.Of(field.Type) : Value.Open(field.Type));
    }

    Value ReadLibrary(FieldReference field, Span span, Frame frame)
    {
        if (machine.Models.SourceOf(field.Owner, field.Name) is not { } kind)
            return machine.Models.Constant(field.Owner, field.Name) ?? Value.Open(field.Type);
        var step = new Step(null, span, field.ToString(), field.Type, frame.Function);
        return Value.Open(field.Type, Labels.Of(new Label(machine.SourceAt(kind, span, field.ToString()), 0, step)));
    }

    public void WriteStatic(State state, FieldReference field, Value value, Frame frame)
    {
        if (machine.Hierarchy.Find(field.Owner) is { } type) Write(state, Value.OfObject(ClassObject(state, type, frame)), field.Name, value);
    }

    public Value ReadElement(State state, Value array, Value index, string? elementType)
    {
        var result = Value.Nothing;
        elementType ??= TextElementOf(array.Type);
        foreach (var number in array.Objects)
            if (state.Heap[number] is { } list) result = Value.Join(result, ReadElement(list, index, elementType ?? TextElementOf(list.Type)));
        if (array.IsOpen) result = Value.Join(result, Value.Open(elementType, array.Labels));
        return result.IsNothing ? Value.Open(elementType) : result;
    }

    /// <summary>An array of texts holds texts; of others the elements' own types say more.</summary>
    string? TextElementOf(string? array) =>
        array is not null && array.EndsWith("[]", StringComparison.Ordinal) && machine.Models.IsText(array[..^2]) == true ? array[..^2] : null;

    public static void WriteElement(State state, Value array, Value index, Value value)
    {
        var strong = array.Objects.Length == 1 && !array.IsOpen && index.SingleInteger is not null;
        foreach (var number in array.Objects)
        {
            if (state.Heap[number] is not { } list) continue;
            var position = index.SingleInteger;
            var changed = position is >= 0 && position < list.Length
                ? list.Write((long)position, strong ? value : Value.Join(list.Read((long)position) ?? value, value))
                : list.WriteAny(value);
            state.Heap = state.Heap.Set(number, changed);
        }
        if (array.IsOpen) Taint(state, array, value.Labels);
    }

    /// <summary>Taints what a value stands for: its objects as wholes, and the slots that hold this very value when it is no known object.</summary>
    public static void Taint(State state, Value target, Labels labels)
    {
        if (labels.IsEmpty) return;
        foreach (var number in target.Objects) Taint(state, number, labels);
        if (!target.IsOpen) return;
        var tainted = target.AddLabels(labels);
        for (var i = 0; i < state.Slots.Length; i++)
            if (ReferenceEquals(state.Slots[i], target)) state.Slots[i] = tainted;
    }

    /// <summary>Taints an object and what it wraps, such as the stream behind a buffered one.</summary>
    static void Taint(State state, int number, Labels labels)
    {
        if (state.Heap[number] is not { } obj || obj.AddLabels(labels) is not { } tainted || ReferenceEquals(tainted, obj)) return;
        state.Heap = state.Heap.Set(number, tainted);
        foreach (var wrapped in obj.Find(Hidden.Origin)?.Objects ?? []) Taint(state, wrapped, labels);
    }

    /// <summary>What a key of an object holds; in an object from outside it is made when it is first read.</summary>
    public Value ReadCell(State state, int number, object key, string? type, string path)
    {
        if (state.Heap[number] is not { } obj) return Value.Open(type);
        var labels = Constrained(obj.Type, key as string, machine.Member(obj.Labels, path).Mark(machine.Models.MarksOf(type)));
        if (obj.Read(key) is { } known) return known.AddLabels(labels);
        if (!obj.IsOpaque) return Defaults.Of(type).AddLabels(labels);
        var made = Outside(state, type, labels, machine.Parts.ContextOf(number), key, depth: path.Length > 40 ? 0 : 1);
        if (made.Objects is [var part]) machine.Parts.Note(part, number, key);
        state.Heap = state.Heap.Set(number, state.Heap[number]!.WithMade(key, made));
        return made;
    }

    /// <summary>A value from outside: an object of its own when the program can look inside, so that what is written there is kept.</summary>
    public Value Outside(State state, string? type, Labels labels, Context context, object place, int depth)
    {
        if (depth == 0 || type is null || Defaults.IsPrimitive(type) || !IsOpenable(type)) return Value.Open(type, labels);
        return machine.Allocate(state, context, place, HeapObject.Opaque(type, labels)).AddLabels(labels);
    }

    bool IsOpenable(string type) => machine.Hierarchy.Find(type) is { IsInterface: false, IsAbstract: false };

    static Value ReadElement(HeapObject list, Value index, string? elementType)
    {
        var found = index.SingleInteger is { } position ? list.Read(position) : list.ReadAny();
        if (found is null || found.IsNothing)
            found = list.IsOpaque || list.Length is null ? Value.Open(elementType) : Defaults.Of(elementType);
        return found.AddLabels(list.Labels);
    }

    /// <summary>The object that holds a class's static fields; made, and the class initialized, when it is first used.</summary>
    public int ClassObject(State state, TypeDeclaration type, Frame? frame)
    {
        var number = machine.Shared.At(type);
        if (state.Heap[number] is not null) return number;
        if (initialized.TryGetValue(type, out var known))
        {
            foreach (var (part, content) in known) state.Heap = state.Heap.Set(part, content);
            return number;
        }
        state.Heap = state.Heap.Set(number, machine.Shared.Begin(number, HeapObject.Opaque(null, Labels.None)));
        if (type.Initializer is not { } initializer || !initializing.Add(type)) return number;
        var isAlone = Initialize(state, type, initializer, frame);
        initializing.Remove(type);
        if (isAlone is null) return number;
        state.Heap = state.Heap.Set(number, Loosen(state.Heap[number]!, type));
        ImmutableArray<int> parts = [.. machine.Shared.PartsOf(type).Where(part => state.Heap[part] is not null)];
        foreach (var part in parts) state.Heap = state.Heap.Set(part, machine.Shared.Initialized(part, state.Heap[part]!));
        if (isAlone == true) initialized[type] = [.. parts.Select(part => (part, state.Heap[part]!))];
        return number;
    }

    /// <summary>Starts with a class whose initializer is about to be run.</summary>
    public void BeginClass(State state, string name)
    {
        if (machine.Hierarchy.Find(name) is not { } type || !initializing.Add(type)) return;
        var number = machine.Shared.At(type);
        state.Heap = state.Heap.Set(number, machine.Shared.Begin(number, HeapObject.Opaque(null, Labels.None)));
    }

    /// <summary>Does what an initializer does; whether that changes nothing but its class, and so can be done again by putting that back;
    /// null when it cannot be said here: the fields may then hold anything.</summary>
    bool? Initialize(State state, TypeDeclaration type, Function initializer, Frame? frame)
    {
        if (!machine.MayUse(initializer)) return null;
        var given = new Handover(machine, initializer, [], state);
        if (machine.SummaryOf(initializer, given, state) is not { } summary) return null;
        if (summary.Normal is not { } normal) return true;
        var use = new SummaryUse(machine, summary, given, frame, origin => machine.Shared.At(new ClassPart(type, origin.Place, origin.Number)));
        state.Heap = use.Apply(normal, [], state).State.Heap;
        return normal.Changes.All(change => summary.Origins[change.Number] is var origin && (origin.Kind == OriginKind.New || ReferenceEquals(origin.Place, type)));
    }

    /// <summary>Fields that other code may have changed before now may hold anything.</summary>
    HeapObject Loosen(HeapObject obj, TypeDeclaration type)
    {
        foreach (var field in type.Fields.Values)
            if (field.IsStatic && !field.IsFinal && machine.Application.Writes.MayChange(type.Name, field.Name))
                obj = obj.Write(field.Name, Value.Join(obj.Read(field.Name) ?? Value.Nothing, Value.Open(field.Type)));
            else if (field.IsStatic && obj.Find(field.Name) is null)
                obj = obj.Write(field.Name, Defaults.Of(field.Type));
        return obj;
    }
}
