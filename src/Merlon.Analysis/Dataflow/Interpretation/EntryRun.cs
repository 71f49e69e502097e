using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Runs one entry point: makes the object it is called on and its arguments, and interprets it.</summary>
sealed class EntryRun(SummaryTable summaries, Inquiries? inquiries = null)
{
    readonly Application application = summaries.Application;
    readonly Machine machine = new(summaries, inquiries);
    readonly EntryPoints entryPoints = summaries.Application.EntryPoints;

    /// <summary>How deep in an object from outside others are that code elsewhere may have changed.</summary>
    const int Nesting = 2;

    Function? running;

    /// <summary>The blocks of the entry point that might not be run, and were not.</summary>
    public ImmutableArray<int> Unreached { get; private set; } = [];

    public Machine Run(Function function)
    {
        running = function;
        inquiries?.Add(new Inquiry(InquiryKind.Entry, null, Function: function));
        var state = new State([], IntMap<HeapObject>.Empty, []);
        var arguments = new List<Value>();
        if (!function.IsStatic) arguments.Add(MakeReceiver(function, state));
        for (var i = 0; i < function.Parameters.Length; i++) arguments.Add(MakeArgument(function, i, state));
        var done = machine.Invoke(function, arguments, state, null, machine.Root.Enter(function, 0));
        Unreached = done.Unreached;
        if (entryPoints.MayShowPage(function)) new Views(machine).ShowAfter(function, arguments is [var self, ..] && !function.IsStatic ? self : Value.Nothing, done);
        return machine;
    }

    Value MakeArgument(Function function, int index, State state)
    {
        var parameter = function.Parameters[index];
        var labels = Labels.None;
        if (entryPoints.SourceOf(function, parameter) is { } kind)
        {
            var step = new Step(null, function.Span, parameter.Name, parameter.Type, function);
            labels = Labels.Of(new Label(machine.SourceAt(kind, function.Span, parameter.Name, $"({index})"), machine.Models.MarksOf(parameter.Type) | entryPoints.MarksOf(parameter), step));
        }
        return machine.Fields.Outside(state, parameter.Type, labels, machine.Root, parameter, depth: 1);
    }

    /// <summary>
    /// The object an entry point is called on, as its constructor leaves it; fields that other code changes may since hold anything.
    /// </summary>
    Value MakeReceiver(Function function, State state)
    {
        if (function.Name == Function.Constructor || machine.Hierarchy.Find(function.Owner) is not { IsInterface: false } type)
            return machine.Allocate(state, machine.Root, function, HeapObject.Opaque(function.Owner, Labels.None));
        var made = machine.Allocate(state, machine.Root, function, HasCaptured(type.Name) ? HeapObject.Opaque(type.Name, Labels.None) : new HeapObject(type.Name));
        var constructor = machine.Hierarchy.ConstructorsOf(type).Where(f => f.HasBody).OrderBy(f => f.Parameters.Length).FirstOrDefault();
        if (constructor is null) return made;
        ImmutableArray<Value> given = [.. constructor.Parameters.Select(p => machine.Fields.Outside(state, p.Type, Labels.None, machine.Root, p, depth: 1))];
        var after = machine.Calls.Begin(constructor, [made, .. given], state);
        // What a constructor that was not followed to its end sets is not known.
        if (after is null) return machine.Allocate(state, machine.Root, function, HeapObject.Opaque(type.Name, Labels.None));
        state.Heap = after.Heap;
        Loosen(state, made.Objects[0], Nesting);
        if (machine.Hierarchy.ConstructorsOf(type).Skip(1).Any()) Unsettle(state, made.Objects[0], type);
        return made;
    }

    /// <summary>Whether objects of a type hold variables of the function around them, which only that function can say: those of anonymous and local classes do.</summary>
    static bool HasCaptured(string type) => type.LastIndexOf('$') is >= 0 and var at && at + 1 < type.Length && char.IsAsciiDigit(type[at + 1]);

    /// <summary>What one of several constructors leaves null another may set, and a truth value that some of them set each may set otherwise.</summary>
    void Unsettle(State state, int number, TypeDeclaration type)
    {
        var obj = state.Heap[number]!;
        var set = machine.Hierarchy.ConstructorsOf(type).SelectMany(c => c.Outline.Mentions).OfType<FieldMention>().Where(m => m.Kind == FieldMentionKind.Write && m.Owner == type.Name).Select(m => m.Name).ToHashSet();
        foreach (var field in set.Where(f => obj.Find(f) is null && type.Fields.TryGetValue(f, out var declared) && declared.Type is "boolean" or "bool"))
            obj = obj.Write(field, Value.Open(type.Fields[field].Type));
        foreach (var (key, value) in obj.Cells.Where(c => c.Value.IsWrittenNull || c is { Key: string name, Value.Single: bool } && set.Contains(name)).ToList())
            if (key is string field) obj = obj.Write(field, Value.Join(value, Value.Open(null)));
        state.Heap = state.Heap.Set(number, obj);
    }

    void Loosen(State state, int number, int left)
    {
        if (state.Heap[number] is not { Type: not null } obj || machine.Hierarchy.Find(obj.Type) is null) return;
        foreach (var type in machine.Hierarchy.Ancestors(obj.Type!).Select(machine.Hierarchy.Find).OfType<TypeDeclaration>())
            foreach (var field in type.Fields.Values.Where(f => !f.IsStatic))
                obj = Loosen(obj, type, field);
        state.Heap = state.Heap.Set(number, obj);
        if (left == 0) return;
        foreach (var inner in obj.Cells.SelectMany(c => c.Value.Objects).Distinct().Where(o => o != number).ToList()) Loosen(state, inner, left - 1);
    }

    /// <summary>A field that the framework fills from the request.</summary>
    Value Bound(TypeDeclaration type, FieldDeclaration field, string kind)
    {
        var step = new Step(null, type.Span, field.Name, field.Type, running!);
        return Value.Open(field.Type, Labels.Of(new Label(machine.SourceAt(kind, type.Span, field.Name, "." + field.Name), machine.Models.MarksOf(field.Type), step)));
    }

    HeapObject Loosen(HeapObject obj, TypeDeclaration type, FieldDeclaration field)
    {
        if (entryPoints.SourceOf(field) is { } kind) return obj.Write(field.Name, Bound(type, field, kind));
        var isInjected = !field.Annotations.IsEmpty && (obj.Find(field.Name) is not { } initial || initial.Single is bool && !field.IsFinal);
        if (isInjected) return obj.Write(field.Name, Value.Open(field.Type));
        return !field.IsFinal && application.Writes.MayChange(type.Name, field.Name)
            ? obj.Write(field.Name, Value.Join(obj.Find(field.Name) ?? Defaults.Of(field.Type), Value.Open(field.Type)))
            : obj;
    }
}
